import { contrast } from "../edition/contrast.ts";

/** What shapes need beside the ground (WCAG 2.2, 1.4.11), with a little to spare for rounding. */
const shapeContrast = 3.05;

/** The lightest tint of a colour that still stands out as a shape. Colours are `#rrggbb`. */
export function lightestVisibleTint(colour: string, ground: string): string {
  for (let part = 0; part < 1; part += 0.02) {
    const tint = mix(ground, colour, part);
    if (contrast(tint, ground) >= shapeContrast) return tint;
  }
  return colour;
}

/** `part` 0 gives the first colour, 1 the second. */
export function mix(first: string, second: string, part: number): string {
  const channels = [1, 3, 5].map((start) => {
    const [from, to] = [first, second].map((colour) =>
      Number.parseInt(colour.slice(start, start + 2), 16),
    );
    const value = Math.round((from ?? 0) + ((to ?? 0) - (from ?? 0)) * part);
    return value.toString(16).padStart(2, "0");
  });
  return `#${channels.join("")}`;
}
