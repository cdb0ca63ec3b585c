import type { Language } from "../edition/language.ts";

/**
 * Makes a file of its own out of Vega's SVG: language, title and description; ids that are unique when several
 * charts share a page; a fallback for readers without the house's face; and none of Vega's English roles.
 */
export function finishSvg(
  svg: string,
  about: {
    readonly id: string;
    readonly language: Language;
    readonly family: string;
    /** What it is about, as its short name. */
    readonly subject: string;
    /** What it says, for those who don't see it. */
    readonly description: string;
  },
): string {
  const { id, language, family } = about;
  const prefix = `${id}-${language}`;
  const head =
    `<title id="${prefix}-title">${escapeXml(about.subject)}</title>` +
    `<desc id="${prefix}-desc">${escapeXml(about.description)}</desc>`;
  return svg
    .replaceAll(/ (?:role|aria-roledescription|aria-hidden|aria-label)="[^"]*"/g, "")
    .replaceAll(/ id="([^"]*)"/g, ` id="${prefix}-$1"`)
    .replaceAll(/url\(#([^)]*)\)/g, `url(#${prefix}-$1)`)
    .replaceAll(`font-family="${family}"`, `font-family="'${family}', sans-serif"`)
    .replace(
      /<svg ([^>]*)>/,
      `<svg $1 xml:lang="${language}" lang="${language}" role="img" aria-labelledby="${prefix}-title" aria-describedby="${prefix}-desc">${head}`,
    );
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
