import { contrast } from "../edition/contrast.ts";
import type { HouseStyle } from "../edition/house-style.ts";
import { mix } from "./tint.ts";

/** What text needs on its ground (WCAG 2.2, 1.4.3), with a little to spare for rounding. */
const textContrast = 4.55;
const stepsOfRamp = 100;

type Colours = Pick<HouseStyle["colours"], "primaryTint" | "primary" | "ink" | "paper">;

/**
 * Colours of classes from the lowest to the highest, from the house's tint to its main colour: evenly spaced, but none of
 * the middling tones on which neither dark nor light text reads.
 */
export function classColours(colours: Colours, count: number): readonly string[] {
  const tone = (part: number) => mix(colours.primaryTint, colours.primary, part / stepsOfRamp);
  const readable = Array.from({ length: stepsOfRamp + 1 }, (_, part) => part).filter(
    (part) => contrast(tone(part), labelColour(colours, tone(part))) >= textContrast,
  );
  return Array.from({ length: count }, (_, index) => {
    const wanted = count === 1 ? stepsOfRamp / 2 : (index / (count - 1)) * stepsOfRamp;
    const [nearest = wanted] = readable.toSorted(
      (a, b) => Math.abs(a - wanted) - Math.abs(b - wanted),
    );
    return tone(nearest);
  });
}

/** The house's ink or its paper, whichever reads better on a ground. */
export function labelColour(
  { ink, paper }: Pick<Colours, "ink" | "paper">,
  ground: string,
): string {
  return contrast(ink, ground) >= contrast(paper, ground) ? ink : paper;
}
