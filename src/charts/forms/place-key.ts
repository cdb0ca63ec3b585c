import type { ChartSetting } from "../form.ts";
import { centredText, leadingPt } from "../label-column.ts";
import { upright } from "../layers.ts";
import {
  areaOf,
  type BarRow,
  type DotShape,
  type Marks,
  openMarks,
  solidBar,
} from "./compose-marks.ts";

/** A sign of the chart with its name, and n or what else has to be said of it. */
export interface KeyEntry {
  readonly sign: "bar" | "tick" | DotShape;
  readonly colour: string;
  readonly name: string;
  readonly note: string;
  /** Around a bar that is too pale to be seen as a shape. */
  readonly edge?: Pick<BarRow, "edge" | "edgePt">;
}

export interface Key {
  readonly marks: Marks;
  /** Where the chart may begin below it. */
  readonly bottomPt: number;
  /** Names that no line can hold. */
  readonly tooWide: readonly string[];
}

const signPt = { bar: 14, tick: 3, circle: 8, diamond: 8, square: 8 } as const;
const signGapPt = 5;
const noteGapPt = 4;
const entryGapPt = 16;

/** Names what the chart's signs stand for, side by side over the chart, on as many lines as it takes. */
export function placeKey(
  { house, fonts, widthPt }: ChartSetting,
  entries: readonly KeyEntry[],
): Key {
  const { chart, colours } = house;
  const marks = openMarks();
  const tooWide: string[] = [];
  const leading = leadingPt(chart.labelSizePt) + 2;
  const name = { face: fonts["text-semibold"], sizePt: chart.labelSizePt } as const;
  const note = { face: fonts.text, sizePt: chart.axisSizePt } as const;
  let x = 0;
  let centreY = leading / 2;
  for (const entry of entries) {
    const nameX = signPt[entry.sign] + signGapPt;
    const noteX = nameX + name.face.widthPt(entry.name, name.sizePt) + noteGapPt;
    const entryPt = noteX + note.face.widthPt(entry.note, note.sizePt);
    if (entryPt > widthPt) tooWide.push(entry.name);
    if (x > 0 && x + entryPt > widthPt) {
      x = 0;
      centreY += leading;
    }
    drawSign(entry, x, centreY, chart.dotRadiusPt, colours.paper, marks);
    marks.labels.push(
      centredText(
        [entry.name],
        { x: x + nameX, centreY, align: "left" },
        { ...name, weight: 600, colour: colours.ink },
      ),
    );
    if (entry.note !== "") {
      marks.labels.push(
        centredText(
          [entry.note],
          { x: x + noteX, centreY, align: "left" },
          { ...note, weight: 400, colour: colours.muted },
        ),
      );
    }
    x += entryPt + entryGapPt;
  }
  return { marks, bottomPt: centreY + leading / 2 + 6, tooWide };
}

function drawSign(
  { sign, colour, edge }: KeyEntry,
  x: number,
  y: number,
  radiusPt: number,
  paper: string,
  marks: Marks,
): void {
  if (sign === "bar") {
    const bar = solidBar({ x, x2: x + signPt.bar, top: y - 3.5, bottom: y + 3.5 }, colour);
    marks.bars.push({ ...bar, ...edge });
  } else if (sign === "tick") {
    marks.rules.push({ ...upright(x + signPt.tick / 2, y - 5.5, y + 5.5), widthPt: 1.4, colour });
  } else {
    const area = areaOf(sign, radiusPt);
    marks.dots.push({ x: x + signPt[sign] / 2, y, shape: sign, area, colour, edge: paper });
  }
}
