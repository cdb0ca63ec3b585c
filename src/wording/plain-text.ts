import { blockMark, inlineMark, type RenderedText } from "./printed.ts";

const mark = new RegExp(`${inlineMark.open}(\\d+)${inlineMark.close}`, "g");
const block = new RegExp(`${blockMark.open}\\d+${blockMark.close}`, "g");

/** A rendered text with its marks replaced by what they stand for and its blocks left out; Markdown signs stay. */
export function plainText({ markdown, printed }: RenderedText): string {
  return markdown
    .replace(mark, (_, index: string) => printed[Number(index)]?.text ?? "")
    .replace(block, "");
}
