import { expect, it } from "vitest";
import { parseCanvasFont } from "../../src/pdf/canvas-font.ts";
import { fonts } from "./sample-document.ts";

it.each([
  ['9px "Source Sans 3"', "text", 9],
  ["normal 9.5px 'Source Sans 3', sans-serif", "text", 9.5],
  ['600 9px "Source Sans 3"', "text-semibold", 9],
  ["bold 11px Source Sans 3", "text-bold", 11],
  ["italic 400 8px Georgia, Source Sans 3", "text-italic", 8],
  ['600 30px "Source Serif 4"', "display", 30],
] as const)("reads %s as a face of the house", (font, name, sizePt) => {
  const parsed = parseCanvasFont(font, fonts);
  expect([parsed.face.name, parsed.sizePt]).toEqual([name, sizePt]);
});

it.each(["9px Helvetica", '300 9px "Source Sans 3"', '9pt "Source Sans 3"', ""])(
  "refuses %s rather than take a face that is near",
  (font) => {
    expect(() => parseCanvasFont(font, fonts)).toThrow(/no face of the house/);
  },
);
