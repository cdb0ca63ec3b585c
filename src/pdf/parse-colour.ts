import { color } from "d3-color";

export interface PdfColour {
  /** Red, green and blue from 0 to 1, as operands. */
  readonly operands: string;
  /** From 0 to 1. */
  readonly opacity: number;
}

const parsed = new Map<string, PdfColour>();

/** Reads a CSS colour: a name, "#rrggbb", "rgb(…)", "hsl(…)", "transparent". Throws on anything else. */
export function parseColour(specifier: unknown): PdfColour {
  if (typeof specifier !== "string") {
    throw new Error(
      `only plain colours can be painted, not ${Object.prototype.toString.call(specifier)}`,
    );
  }
  const known = parsed.get(specifier);
  if (known !== undefined) return known;
  const rgb = color(specifier)?.rgb();
  if (rgb === undefined) throw new Error(`"${specifier}" is no colour`);
  // d3-color gives NaN for the channels of "transparent".
  const channels = [rgb.r, rgb.g, rgb.b].map((channel) => (rgb.opacity === 0 ? 0 : channel));
  const operands = channels.map((channel) => share(channel / 255)).join(" ");
  const colour = { operands, opacity: rgb.opacity };
  parsed.set(specifier, colour);
  return colour;
}

function share(value: number): string {
  return String(Math.round(Math.min(1, Math.max(0, value)) * 10000) / 10000);
}
