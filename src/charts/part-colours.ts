import { contrast } from "../edition/contrast.ts";
import type { HouseStyle } from "../edition/house-style.ts";
import { mix } from "./tint.ts";

/** How one part of a whole looks. */
export interface PartColour {
  readonly fill: string;
  /** Around parts that are too pale to be seen as shapes; else the fill. */
  readonly edge: string;
  readonly edgePt: number;
  /** Of a value in it. */
  readonly text: string;
}

/** More parts than these can't be told apart. */
export const mostParts = 7;

const textContrast = 4.5;
/** What shapes need (WCAG 2.2, 1.4.11), with a little to spare for rounding. */
const shapeContrast = 3.05;

/** From the first part to the last, darkest first, so that greys tell them apart as well. */
export function stackColours(count: number, house: HouseStyle): readonly PartColour[] {
  return spreadOver(house.colours.stack, count).map((fill) => completeColour(fill, house));
}

/**
 * From "against" to "for": as many on one side as on the other. Only an odd number of answers has one in the middle.
 */
export function likertColours(count: number, house: HouseStyle): readonly PartColour[] {
  const { likert } = house.colours;
  const middle = (likert.length - 1) / 2;
  const side = Math.floor(count / 2);
  const against = spreadOver(likert.slice(0, middle), side);
  const inFavour = spreadOver(likert.slice(middle + 1).toReversed(), side).toReversed();
  const neutral = count % 2 === 1 ? likert.slice(middle, middle + 1) : [];
  return [...against, ...neutral, ...inFavour].map((fill) => completeColour(fill, house));
}

/** Evenly spaced over a row of colours, its ends included; between two of them, their mixture. */
function spreadOver(colours: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const at = count > 1 ? (index / (count - 1)) * (colours.length - 1) : 0;
    const first = colours[Math.floor(at)] ?? "";
    return mix(first, colours[Math.ceil(at)] ?? first, at % 1);
  });
}

/** Edge and text for a colour, which gets lighter where no text could be read on it. */
export function completeColour(colour: string, { colours }: HouseStyle): PartColour {
  const fill = readable(colour, colours.ink, colours.paper);
  const isPale = contrast(fill, colours.paper) < shapeContrast;
  const edge = isPale ? darkenUntil(fill, colours.ink, colours.paper) : fill;
  const text = contrast(colours.paper, fill) >= textContrast ? colours.paper : colours.ink;
  return { fill, edge, edgePt: isPale ? 0.6 : 0, text };
}

/** A colour on which neither dark nor light text can be read gets lighter until dark text can. */
function readable(colour: string, ink: string, paper: string): string {
  if (contrast(paper, colour) >= textContrast) return colour;
  for (let part = 0; part < 1; part += 0.02) {
    const lighter = mix(colour, paper, part);
    if (contrast(ink, lighter) >= textContrast) return lighter;
  }
  return paper;
}

function darkenUntil(colour: string, ink: string, paper: string): string {
  for (let part = 0; part < 1; part += 0.02) {
    const darker = mix(colour, ink, part);
    if (contrast(darker, paper) >= shapeContrast) return darker;
  }
  return ink;
}
