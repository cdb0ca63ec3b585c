import type { HouseStyle, TypeRole } from "../edition/house-style.ts";
import type { FaceName } from "../fonts/font-book.ts";

/** How one role of text is set. */
export interface TextStyle {
  readonly faces: {
    readonly plain: FaceName;
    readonly emphasis: FaceName;
    readonly strong: FaceName;
  };
  readonly sizePt: number;
  readonly leadingPt: number;
  readonly colour: string;
  readonly linkColour: string;
  readonly align: "justify" | "left" | "right";
  readonly isHyphenated: boolean;
  /** Its lines are about equally long: titles. */
  readonly isBalanced: boolean;
}

const regular = { plain: "text", emphasis: "text-italic", strong: "text-semibold" } as const;
const semibold = { plain: "text-semibold", emphasis: "text-italic", strong: "text-bold" } as const;
const display = { plain: "display", emphasis: "display", strong: "display" } as const;

export const styleNames = [
  "body",
  "panel",
  "lead",
  "small",
  "entry",
  "listEntry",
  "question",
  "quote",
  "attribution",
  "note",
  "label",
  "caption",
  "tableCell",
  "tableHead",
  "tableGroup",
  "smallTableCell",
  "smallTableHead",
  "smallTableGroup",
  "heading1",
  "heading2",
  "heading3",
  "marginHeading",
  "panelTitle",
  "chapterNumber",
  "openerTitle",
  "openerLead",
  "openerNumber",
  "profileTitle",
  "runOnTitle",
  "entry1",
  "entry2",
  "entryNumber",
  "keyFigure",
  "keyFigureLabel",
  "runningHead",
  "runningHeadStrong",
  "coverTitle",
  "coverSubtitle",
  "coverText",
  "coverNotice",
] as const;
export type StyleName = (typeof styleNames)[number];
export type TextStyles = Readonly<Record<StyleName, TextStyle>>;

/** The styles of a publication, from the house's sizes and colours. */
export function textStyles(house: HouseStyle): TextStyles {
  const { ink, muted, primary, paper, primaryTint } = house.colours;
  const make = (
    role: TypeRole,
    faces: TextStyle["faces"],
    colour: string,
    more: Partial<TextStyle> = {},
  ): TextStyle => ({
    faces,
    ...house.type[role],
    colour,
    linkColour: primary,
    align: "left",
    isHyphenated: true,
    isBalanced: false,
    ...more,
  });
  const fixed = { isHyphenated: false } as const;
  const title = { isHyphenated: false, isBalanced: true } as const;
  const onDark = { isHyphenated: false, linkColour: paper } as const;
  const body = make("body", regular, ink, { align: "justify" });
  return {
    body,
    panel: { ...body, align: "left" },
    lead: make("lead", regular, primary),
    small: make("small", regular, muted),
    entry: make("table", regular, ink),
    listEntry: make("note", regular, ink),
    question: make("note", regular, ink),
    quote: make("lead", display, primary, title),
    attribution: make("small", regular, muted, fixed),
    note: make("note", regular, muted),
    label: make("caption", semibold, primary, fixed),
    caption: make("caption", semibold, ink),
    tableCell: make("table", regular, ink),
    tableHead: make("table", semibold, primary),
    tableGroup: make("table", semibold, primary),
    smallTableCell: make("smallTable", regular, ink),
    smallTableHead: make("smallTable", semibold, primary),
    smallTableGroup: make("smallTable", semibold, primary),
    heading1: make("heading1", display, primary, title),
    heading2: make("heading2", display, primary, title),
    heading3: make("heading3", semibold, ink, title),
    marginHeading: make("small", semibold, primary, fixed),
    panelTitle: make("body", semibold, primary, fixed),
    chapterNumber: make("chapterNumber", display, primary, fixed),
    openerTitle: make("heading1", display, paper, { ...onDark, isBalanced: true }),
    openerLead: make("lead", regular, primaryTint, { ...onDark, isHyphenated: true }),
    openerNumber: make("chapterNumber", display, primaryTint, onDark),
    runOnTitle: make("heading2", display, primary, title),
    profileTitle: make("heading1", display, primary, title),
    entry1: make("heading3", semibold, ink, fixed),
    entry2: make("body", regular, ink, fixed),
    entryNumber: make("heading3", semibold, primary, fixed),
    keyFigure: make("keyFigure", display, primary, fixed),
    keyFigureLabel: make("body", semibold, ink),
    runningHead: make("runningHead", regular, muted, fixed),
    runningHeadStrong: make("runningHead", semibold, primary, fixed),
    coverTitle: make("coverTitle", display, paper, { ...onDark, isBalanced: true }),
    coverSubtitle: make("coverSubtitle", regular, primaryTint, onDark),
    coverText: make("body", semibold, paper, onDark),
    coverNotice: make("small", regular, paper, { ...onDark, isHyphenated: true }),
  };
}
