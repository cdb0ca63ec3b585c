import type { Form } from "../form.ts";
import { likertColours } from "../part-colours.ts";
import { composeMarks } from "./compose-marks.ts";
import {
  collectWholes,
  describeWholes,
  tabulateWholes,
  type WholeRow,
} from "./parts-of-a-whole.ts";
import { placeParts } from "./place-parts.ts";

/**
 * Answers on a scale from "against" to "for", on both sides of a centre line. The answer in the middle lies over the
 * line, half on either side: so a bar keeps the scale's own order and is one whole, and the further it lies to one
 * side, the further the answers lean there.
 */
export const divergingBars: Form = {
  compose: composeMarks,
  draw: (setting) => {
    const rows = collectWholes(setting, "last");
    const count = rows[0]?.parts.length ?? 0;
    if (count === 0) return undefined;
    const shown = rows.filter((row) => !row.isHidden);
    const lie = {
      startOf: (row: WholeRow) => -againstOf(row),
      least: -Math.max(0, ...shown.map(againstOf)),
      greatest: Math.max(0.01, ...shown.map((row) => 1 - againstOf(row))),
      hasCentreLine: true,
    };
    return {
      ...placeParts(setting, rows, likertColours(count, setting.house), lie),
      description: describeWholes(setting, rows, "last"),
      table: tabulateWholes(setting, rows),
    };
  },
};

/** The share left of the centre line: everything against, and half of the middle. */
function againstOf({ parts }: WholeRow): number {
  const middle = (parts.length - 1) / 2;
  return parts.reduce((sum, { fact: { value } }, index) => {
    const part = index < middle ? 1 : index === middle ? 0.5 : 0;
    return sum + part * (value ?? 0);
  }, 0);
}
