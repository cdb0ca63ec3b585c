import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../edition/checked-yaml.ts";
import type { RenderedText } from "../printed.ts";
import { checkTemplate } from "./check-template.ts";
import type { Knowledge } from "./knowledge.ts";
import { type RenderRequest, renderTemplate } from "./render-template.ts";

/** A template of one line that stands inside another file, such as a caption in a chart's YAML. */
export interface InlineSource extends SourceFile {
  /** Where it begins in that file; lines and columns count from 1. Diagnostics point there. */
  readonly origin?: { readonly line: number; readonly column: number; readonly text: string };
}

/** Renders a caption: the same helpers as in texts, no blocks. */
export function renderInline(request: RenderRequest & InlineSource): Outcome<RenderedText> {
  const { value, diagnostics } = renderTemplate(request);
  return {
    value: value && { ...value, markdown: value.markdown.trim() },
    diagnostics: diagnostics.map((diagnostic) => moveToOrigin(diagnostic, request)),
  };
}

/** Checks a caption as `checkTemplate` checks a text; blocks are refused. */
export function checkInline(text: InlineSource, knowledge: Knowledge): readonly Diagnostic[] {
  return checkTemplate({ ...text, isInline: true }, knowledge).map((diagnostic) =>
    moveToOrigin(diagnostic, text),
  );
}

/**
 * Without an origin only the file is known, and the caption is quoted. A caption folded over several lines is only
 * known to begin somewhere: it is marked there.
 */
function moveToOrigin(diagnostic: Diagnostic, { file, text, origin }: InlineSource): Diagnostic {
  const { place, notes } = diagnostic;
  if (place?.kind !== "file" || place.file !== file) return diagnostic;
  if (!origin) {
    const quoted = { message: `in the caption: ${text.trim()}` };
    return { ...diagnostic, place: { kind: "file", file }, notes: [...notes, quoted] };
  }
  const isOneLine = !text.trimEnd().includes("\n") && origin.text.includes(text.trimEnd());
  const moved = isOneLine
    ? { column: origin.column + (place.column ?? 1) - 1, length: place.length ?? 1 }
    : { column: origin.column, length: 1 };
  return { ...diagnostic, place: { ...place, line: origin.line, text: origin.text, ...moved } };
}
