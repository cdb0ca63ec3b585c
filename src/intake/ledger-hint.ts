import type { Edition } from "../edition/edition.ts";

/** A hint with the line to add to the ledger; `now` in angle brackets where the analyst has to decide it. */
export function ledgerHint(
  edition: Edition,
  change: {
    readonly response: string;
    readonly question: string;
    readonly was: string;
    readonly now: string;
  },
): string {
  const fields = [change.response, "change", change.question, change.was, change.now];
  return `Add a line to ${edition.ledger.file}: ${fields.map(csvField).join(",")},…`;
}

function csvField(text: string): string {
  return /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
