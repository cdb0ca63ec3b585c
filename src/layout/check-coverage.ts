import { characterNotCovered } from "../diagnostics/catalogue/pages.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Block, Document, Run } from "../document/document.ts";
import type { FaceName, FontBook } from "../fonts/font-book.ts";
import type { TextStyle, TextStyles } from "./text-style.ts";

/** A text, the faces in which it will be set, and words for where it stands. */
interface Use {
  readonly text: string;
  readonly faces: readonly FaceName[];
  readonly where: string;
}

/** What the layout itself sets: bullets, hyphens, and the foot's and the head's separators. */
const ownSigns = "•·…-()";

/**
 * Checks that the faces have a glyph for every character of a document, before anything is set. One diagnostic for each
 * character and face, with the first place.
 */
export function checkCoverage(
  document: Document,
  fonts: FontBook,
  styles: TextStyles,
): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const { text, faces, where } of usesOf(document, styles)) {
    for (const face of faces) {
      for (const character of text) {
        const code = character.codePointAt(0) ?? 0;
        if (code === 0x0a || fonts[face].covers(code)) continue;
        const key = `${face} ${character}`;
        if (found.has(key)) continue;
        const codePoint = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
        found.set(
          key,
          characterNotCovered(
            { character, codePoint, face, publication: document.name, where },
            {
              hints: [
                "write it with other characters, or name a font that has it in templates/house/house.yaml",
              ],
            },
          ),
        );
      }
    }
  }
  return [...found.values()];
}

function usesOf(document: Document, styles: TextStyles): readonly Use[] {
  const uses: Use[] = [];
  const add = (runs: readonly Run[], style: TextStyle, where: string) => {
    const whole = runs.map((run) => run.text).join("");
    for (const run of runs) {
      uses.push({
        text: run.text,
        faces: [style.faces[run.style]],
        where: `${where}: ${excerpt(whole)}`,
      });
    }
  };
  const plain = (text: string, style: TextStyle, where: string) =>
    uses.push({ text, faces: [style.faces.plain], where: `${where}: ${excerpt(text)}` });
  plain(document.title, styles.coverTitle, "title");
  plain(document.subtitle, styles.coverSubtitle, "subtitle");
  plain(document.author, styles.coverText, "author");
  plain(document.status, styles.runningHead, "status");
  plain(ownSigns, styles.runningHead, "lists and running heads");
  plain(ownSigns, styles.label, "lists and running heads");
  for (const section of document.sections) {
    const where = `section "${section.title.map((run) => run.text).join("") || section.id}"`;
    add(section.title, styles.heading1, where);
    for (const block of section.blocks) addBlock(block, where, styles, add, plain);
  }
  for (const note of document.notes.values()) add(note.runs, styles.note, `note ${note.number}`);
  return uses;
}

function addBlock(
  block: Block,
  where: string,
  styles: TextStyles,
  add: (runs: readonly Run[], style: TextStyle, where: string) => void,
  plain: (text: string, style: TextStyle, where: string) => void,
): void {
  switch (block.kind) {
    case "heading":
      add(block.runs, block.level === 2 ? styles.heading2 : styles.heading3, where);
      break;
    case "paragraph":
      add(block.runs, styles[block.role], where);
      break;
    case "list":
      for (const item of block.items.flat()) addBlock(item, where, styles, add, plain);
      break;
    case "quote":
      add(block.runs, styles.quote, where);
      add(block.attribution, styles.attribution, where);
      break;
    case "callout":
      add(block.title, styles.panelTitle, where);
      for (const inner of block.blocks) addBlock(inner, where, styles, add, plain);
      break;
    case "key-figures":
      for (const item of block.items) {
        plain(item.value.text, styles.keyFigure, where);
        add(item.label, styles.keyFigureLabel, where);
        add(item.note, styles.note, where);
      }
      break;
    case "figure":
      plain(block.label, styles.label, block.label);
      add(block.caption, styles.caption, block.label);
      for (const note of block.notes) add(note, styles.note, block.label);
      break;
    case "table":
      plain(block.label, styles.label, block.label);
      plain(block.continued, styles.label, block.label);
      add(block.caption, styles.caption, block.label);
      for (const note of block.notes) add(note, styles.note, block.label);
      for (const column of block.table.columns)
        plain(column.heading, styles.tableHead, block.label);
      for (const row of block.table.rows) {
        const style = row.isGroup || row.isTotal ? styles.tableHead : styles.tableCell;
        for (const cell of row.cells) {
          plain(typeof cell === "string" ? cell : cell.text, style, block.label);
        }
      }
      break;
    case "cover-art":
    case "contents":
      break;
  }
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
}
