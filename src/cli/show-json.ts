import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";

/**
 * The one document that `--json` prints: the schema, whether the command found no error, what there is to say, then
 * the command's own keys.
 */
export function formatJson(
  command: string,
  diagnostics: readonly Diagnostic[],
  fields: Readonly<Record<string, unknown>> = {},
): string {
  const document = {
    schema: `barometer/${command}@1`,
    ok: !hasErrors(diagnostics),
    diagnostics: diagnostics.map(
      ({ code, severity, message, place, notes, hints, affects, picture }) => ({
        code,
        severity,
        message,
        location: place ?? null,
        notes: notes.map((note) => ({ message: note.message, location: note.place ?? null })),
        hints,
        affects,
        picture: picture ?? null,
      }),
    ),
    ...fields,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
