import type { SceneMark } from "vega";
import { labelWiderThanColumn, textBeyondChart } from "../diagnostics/catalogue/charts.ts";
import type { Context, PageBox } from "../diagnostics/diagnostic.ts";
import type { ChartOverflow } from "./chart.ts";
import type { ChartSetting, Drawing } from "./form.ts";

/** A text as Vega laid it out. */
interface DrawnText {
  readonly text: string;
  readonly box: PageBox;
}

/** How far a text's box may reach over the edge: as high as the type's size, it is higher than its letters. */
const overhangPt = { across: 0.5, upright: 3 } as const;

/** What doesn't fit in a chart: labels wider than the place that its form keeps for them, and any text beyond its edge. */
export function findOverflows(
  { specification, words }: ChartSetting,
  drawing: Drawing,
  scene: SceneMark,
): readonly ChartOverflow[] {
  const { id: chart, file } = specification;
  const texts = drawnTexts(scene);
  const { language } = words;
  const hints = [
    `Shorten the label in ${language}: in the questionnaire, or in templates/wording/${language}.yaml.`,
  ];
  const within = (context: Context): Context => {
    const asked = { place: { kind: "file", file }, message: "the chart's specification" } as const;
    return { ...context, notes: [asked, ...(context.notes ?? [])], hints };
  };
  const labels = [...new Set(drawing.tooWide)].map((word): ChartOverflow => {
    const drawn = texts.find(({ text }) => letters(text) === letters(word));
    const whole = { xPt: 0, yPt: 0, widthPt: drawing.widthPt, heightPt: drawing.heightPt };
    return {
      cause: `label ${word}`,
      box: drawn?.box ?? whole,
      say: (context) => labelWiderThanColumn({ chart, word }, within(context)),
    };
  });
  // A label that is too wide pushes others over the edge: once it fits, they do.
  if (labels.length > 0) return labels;
  return texts
    .filter(({ box }) => isBeyond(box, drawing))
    .map(
      ({ text, box }): ChartOverflow => ({
        cause: `edge ${letters(text)}`,
        box,
        say: (context) =>
          textBeyondChart({ chart, text: text.replaceAll("\n", " ") }, within(context)),
      }),
    );
}

function drawnTexts(scene: SceneMark): readonly DrawnText[] {
  return scene.items.flatMap((item) => [
    ...(scene.marktype === "text" && item.text ? [{ text: item.text, box: boxOf(item) }] : []),
    ...(item.items ?? []).flatMap(drawnTexts),
  ]);
}

function boxOf({ bounds: { x1, y1, x2, y2 } }: SceneMark["items"][number]): PageBox {
  return { xPt: x1, yPt: y1, widthPt: x2 - x1, heightPt: y2 - y1 };
}

/** A label is wrapped when it is drawn; a line may end after a hyphen, without a space. */
function letters(text: string): string {
  return text.replaceAll(/\s/g, "");
}

function isBeyond({ xPt, yPt, widthPt, heightPt }: PageBox, drawing: Drawing): boolean {
  const { across, upright } = overhangPt;
  return (
    xPt < -across ||
    xPt + widthPt > drawing.widthPt + across ||
    yPt < -upright ||
    yPt + heightPt > drawing.heightPt + upright
  );
}
