import * as z from "zod";
import * as catalogue from "../diagnostics/catalogue/charts.ts";
import type { Definition, Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { type CheckedYaml, type Path, parseCheckedYaml, type SourceFile } from "./checked-yaml.ts";
import { contrast } from "./contrast.ts";
import type { HouseStyle } from "./house-style.ts";

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, { error: "a colour is written #rrggbb, between quotes" });
const length = z.number().positive();
const face = z.string().regex(/\.ttf$/, { error: "faces are TrueType files (.ttf)" });
const typeRole = z.strictObject({ sizePt: length, leadingPt: length });

const houseStyle = z.strictObject({
  colours: z.strictObject({
    ink: colour,
    muted: colour,
    faint: colour,
    rule: colour,
    paper: colour,
    panel: colour,
    primary: colour,
    primaryDark: colour,
    primaryTint: colour,
    accent: colour,
    regions: z.strictObject({ flanders: colour, wallonia: colour, brussels: colour }),
    natures: z.strictObject({ rural: colour, urban: colour }),
    stack: z.array(colour).length(5, { error: "parts of a whole have five colours" }),
    likert: z.array(colour).length(5, { error: "the scale has five colours" }),
  }),
  fonts: z.strictObject({
    text: face,
    "text-italic": face,
    "text-semibold": face,
    "text-bold": face,
    display: face,
  }),
  page: z.strictObject({
    widthPt: length,
    heightPt: length,
    topPt: length,
    bottomPt: length,
    leftPt: length,
    rightPt: length,
    marginColumnPt: length,
    gutterPt: length,
    baselinePt: length,
  }),
  type: z.strictObject({
    body: typeRole,
    lead: typeRole,
    small: typeRole,
    note: typeRole,
    caption: typeRole,
    table: typeRole,
    smallTable: typeRole,
    heading1: typeRole,
    heading2: typeRole,
    heading3: typeRole,
    coverTitle: typeRole,
    coverSubtitle: typeRole,
    keyFigure: typeRole,
    chapterNumber: typeRole,
    runningHead: typeRole,
  }),
  chart: z.strictObject({
    labelSizePt: length,
    valueSizePt: length,
    axisSizePt: length,
    barHeightPt: length,
    barGapPt: length,
    dotRadiusPt: length,
  }),
});

/** Narrower, and labels and bars no longer stand side by side. */
const leastMainColumnPt = 280;

/**
 * Reads templates/house/house.yaml. Text colours that stand out too little, and shapes too, are errors: nobody
 * may find out on paper.
 */
export function readHouseStyle(source: SourceFile): Outcome<HouseStyle> {
  const checked = parseCheckedYaml(source, houseStyle, {
    notReadable: catalogue.yamlNotReadable,
    unknownKey: catalogue.unknownKey,
    missingKey: catalogue.missingKey,
    wrongValue: catalogue.wrongValue,
  });
  const { value } = checked;
  if (!value) return { value, diagnostics: checked.diagnostics };
  const diagnostics = [...checkContrasts(value, checked), ...checkMainColumn(value, checked)];
  return { value, diagnostics };
}

function checkContrasts(
  house: HouseStyle,
  checked: CheckedYaml<HouseStyle>,
): readonly Diagnostic[] {
  const { colours } = house;
  const diagnostics: Diagnostic[] = [];
  const check = (
    definition: Definition<{ colour: string; ground: string; ratio: string }>,
    least: number,
    path: Path,
    colour: string,
    ground: "paper" | "panel" | "primaryDark",
  ) => {
    const ratio = contrast(colour, colours[ground]);
    if (ratio >= least) return;
    const name = path.slice(1).join(".");
    diagnostics.push(
      definition(
        // Cut, not rounded: 4.46 must not read as 4.5.
        { colour: name, ground, ratio: (Math.floor(ratio * 10) / 10).toFixed(1) },
        {
          place: checked.placeOf(path),
          hints: [`Make colours.${name} ${isLight(colours[ground]) ? "darker" : "lighter"}.`],
        },
      ),
    );
  };
  const { textContrastTooLow: text, shapeContrastTooLow: shape } = catalogue;
  for (const name of ["ink", "muted", "primary", "primaryDark", "accent"] as const) {
    check(text, 4.5, ["colours", name], colours[name], "paper");
    check(text, 4.5, ["colours", name], colours[name], "panel");
  }
  // Paper on primary stands out as much as primary on paper; a tint can't stand out on a dark that is pale.
  if (contrast(colours.primaryDark, colours.paper) >= 4.5)
    check(text, 4.5, ["colours", "primaryTint"], colours.primaryTint, "primaryDark");
  for (const [name, value] of Object.entries(colours.regions)) {
    check(shape, 3, ["colours", "regions", name], value, "paper");
  }
  for (const [name, value] of Object.entries(colours.natures)) {
    check(shape, 3, ["colours", "natures", name], value, "paper");
  }
  return diagnostics;
}

function isLight(colour: string): boolean {
  return contrast(colour, "#000000") > contrast(colour, "#ffffff");
}

function checkMainColumn(
  house: HouseStyle,
  checked: CheckedYaml<HouseStyle>,
): readonly Diagnostic[] {
  const widthPt = mainColumnWidthPt(house);
  if (widthPt >= leastMainColumnPt) return [];
  return [
    catalogue.mainColumnTooNarrow(
      { widthPt: widthPt.toFixed(0) },
      {
        place: checked.placeOf(["page"]),
        hints: [`Charts and tables need ${leastMainColumnPt} pt: make the margins narrower.`],
      },
    ),
  ];
}

/** Width in points of the column that text and charts stand in. */
export function mainColumnWidthPt({ page }: HouseStyle): number {
  return page.widthPt - page.leftPt - page.rightPt - page.marginColumnPt - page.gutterPt;
}
