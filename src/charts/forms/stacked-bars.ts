import type { Form } from "../form.ts";
import { stackColours } from "../part-colours.ts";
import { composeMarks } from "./compose-marks.ts";
import { collectWholes, describeWholes, tabulateWholes } from "./parts-of-a-whole.ts";
import { placeParts } from "./place-parts.ts";

/** Answers of which each municipality gave one, as parts of a bar that is the whole. */
export const stackedBars: Form = {
  compose: composeMarks,
  draw: (setting) => {
    const rows = collectWholes(setting, "first");
    const count = rows[0]?.parts.length ?? 0;
    if (count === 0) return undefined;
    const lie = { startOf: () => 0, least: 0, greatest: 1, hasCentreLine: false };
    return {
      ...placeParts(setting, rows, stackColours(count, setting.house), lie),
      description: describeWholes(setting, rows, "first"),
      table: tabulateWholes(setting, rows),
    };
  },
};
