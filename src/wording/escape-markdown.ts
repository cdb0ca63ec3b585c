/** Text that Markdown reads as text: labels, titles and names may hold signs that mean something to it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&#~|]/g, "\\$&")
    .replace(/^(\s*)([-+:])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}
