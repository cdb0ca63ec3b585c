import { describe, expect, it } from "vitest";
import type { Chart, ChartSpecification } from "../../src/charts/chart.ts";
import { type DrawnChart, drawChart } from "../../src/charts/draw-charts.ts";
import { measureWith } from "../../src/charts/run-view.ts";
import * as catalogue from "../../src/diagnostics/catalogue/charts.ts";
import type { Language } from "../../src/edition/language.ts";
import { barRows, drawnBars, labelBoxes, outside, overlaps } from "./label-boxes.ts";
import { edition, facts, specification } from "./made-up-edition.ts";
import { fonts, house, words } from "./shipped-look.ts";

type Form = ChartSpecification["form"];

measureWith(fonts);

async function drawIn(
  language: Language,
  form: Form,
  more: Partial<ChartSpecification>,
): Promise<DrawnChart> {
  const setting = { facts, edition, words: words[language], house, fonts, widthPt: 361.28 };
  const drawn = await drawChart({ ...setting, specification: specification(form, more) });
  expect(drawn.diagnostics).toEqual([]);
  if (!drawn.value) throw new Error("nothing drawn");
  return drawn.value;
}

const draw = async (form: Form, more: Partial<ChartSpecification>): Promise<Chart> =>
  (await drawIn("en", form, more)).chart;

/** A table as lines of text, group and total rows marked. */
function asText({ table }: Chart): readonly string[] {
  const cell = (content: (typeof table.rows)[number]["cells"][number]) =>
    typeof content === "string" ? content : content.text;
  return [
    table.columns.map(({ heading }) => heading).join(" | "),
    ...table.rows.map(
      (row) =>
        `${row.isGroup ? "# " : ""}${row.isTotal ? "= " : ""}${row.cells.map(cell).join(" | ")}`,
    ),
  ];
}

/** All that a chart prints, in the order drawn. */
async function textsOf(form: Form, more: Partial<ChartSpecification>): Promise<readonly string[]> {
  const { view } = await drawIn("en", form, more);
  return labelBoxes(view.scene).map(({ text }) => text.replaceAll("\n", " "));
}

/** Texts from top to bottom and from left to right. */
async function linesOf(form: Form, more: Partial<ChartSpecification>): Promise<readonly string[]> {
  const { view } = await drawIn("en", form, more);
  const boxes = labelBoxes(view.scene).toSorted((a, b) => a.y1 + a.y2 - b.y1 - b.y2);
  const lines: { y: number; boxes: typeof boxes }[] = [];
  for (const box of boxes) {
    const y = (box.y1 + box.y2) / 2;
    const line = lines.at(-1);
    if (line && Math.abs(line.y - y) < 4) line.boxes.push(box);
    else lines.push({ y, boxes: [box] });
  }
  return lines.map((line) =>
    line.boxes
      .toSorted((a, b) => a.x1 - b.x1)
      .map(({ text }) => text.replaceAll("\n", " "))
      .join(" · "),
  );
}

const regions = { cuts: ["region"] } as const;

describe("stacked bars", () => {
  const plan = { questions: ["plan"], ...regions };

  it("stand for the whole territory and the segments of the cut, with n beside them and values where they fit", async () => {
    expect(await linesOf("stacked-bars", plan)).toEqual([
      "Yes · In preparation · No",
      "Belgium · n\u00A0=\u00A040 · 63% · 35%",
      "Flanders · 25 · 64% · 32%",
      "Wallonia · 15† · 60% · 40%",
    ]);
    const chart = await draw("stacked-bars", plan);
    expect(chart.bases.map(({ text }) => text)).toEqual(["n\u00A0=\u00A040"]);
    expect([chart.hasSmallBase, chart.hasHidden]).toEqual([true, false]);
  });

  it("say from which share on values are written, where some are not", async () => {
    expect((await draw("stacked-bars", plan)).remarks).toEqual([
      "Shares under 5% are not printed in the bars; see the tables.",
    ]);
    expect((await draw("stacked-bars", { questions: ["staff"] })).remarks).toEqual([]);
  });

  it("tabulate every answer in every segment with n and interval", async () => {
    expect(asText(await draw("stacked-bars", plan))).toEqual([
      "Answer | Municipalities | n | Share | 95% interval",
      "# Belgium",
      "= Yes | 25 | 40 | 63% | ",
      "= In preparation | 1 | 40 | 3% | ",
      "= No | 14 | 40 | 35% | ",
      "# Flanders",
      "Yes | 16 | 25 | 64% | 20% to 80%",
      "In preparation | 1 | 25 | 4% | 20% to 80%",
      "No | 8 | 25 | 32% | 20% to 80%",
      "# Wallonia",
      "Yes | 9 | 15 | 60%† | ",
      "In preparation | 0 | 15 | 0%† | ",
      "No | 6 | 15 | 40%† | ",
    ]);
  });

  it("are described by the whole's parts, then by the first answer in each segment", async () => {
    expect((await draw("stacked-bars", plan)).description).toBe(
      "Belgium, 40\u00A0municipalities: Yes 63%; In preparation 3%; No 35%. ‘Yes’: Flanders 64%; Wallonia 60%.",
    );
  });

  it("draw unrounded shares, so that all bars end where the whole ends", async () => {
    const { chart, view } = await drawIn("en", "stacked-bars", plan);
    const rows = barRows(drawnBars(view.scene));
    expect(rows.map((row) => row.length)).toEqual([3, 3, 2]);
    const [left = 0] = rows.map(([first]) => first?.x1 ?? 0);
    // Gaps between parts take half a point of each side.
    const shareOf = (x: number) => (x - left) / (chart.widthPt - left);
    for (const row of rows) expect(row.at(-1)?.x2).toBeGreaterThan(chart.widthPt - 1);
    expect(shareOf(rows[0]?.[0]?.x2 ?? 0)).toBeCloseTo(25 / 40, 2);
    expect(shareOf(rows[0]?.[1]?.x2 ?? 0)).toBeCloseTo(26 / 40, 2);
  });

  it("show the rows of a matrix, those with the highest share of the first answer on top", async () => {
    const rows = { questions: ["staff", "budget"] };
    expect(await linesOf("stacked-bars", rows)).toEqual([
      "Ready · Missing",
      "Means · n\u00A0=\u00A039 · 67% · 33%",
      "Staff · 40 · 25% · 75%",
    ]);
    expect(await linesOf("stacked-bars", { ...rows, sort: "questionnaire" })).toEqual([
      "Ready · Missing",
      "Staff · n\u00A0=\u00A040 · 25% · 75%",
      "Means · 39 · 67% · 33%",
    ]);
    const chart = await draw("stacked-bars", rows);
    expect(chart.bases.map(({ text }) => text)).toEqual(["n\u00A0=\u00A039 to 40"]);
    expect(chart.description).toBe(
      "The highest share of ‘Ready’: Means 67%; the lowest: Staff 25%.",
    );
  });

  it("print : and no bar where a segment is hidden", async () => {
    const support = { questions: ["support"], ...regions };
    expect(await linesOf("stacked-bars", support)).toEqual([
      "Never · Perhaps · Always",
      "Belgium · n\u00A0=\u00A040 · 25% · 70%",
      "Flanders · 39 · 26% · 69%",
      "Wallonia · 1 · :",
    ]);
    expect((await draw("stacked-bars", support)).hasHidden).toBe(true);
  });

  it("leave out cuts that the territory doesn't have", async () => {
    const both = await draw("stacked-bars", { questions: ["plan"], cuts: ["region", "nature"] });
    expect(asText(both)).toEqual(asText(await draw("stacked-bars", plan)));
    const none = { questions: ["plan"], cuts: ["nature"] } as const;
    expect(await linesOf("stacked-bars", none)).toEqual([
      "Yes · In preparation · No",
      "Belgium · 63% · 35%",
    ]);
  });
});

describe("diverging bars", () => {
  const support = { questions: ["support"], ...regions };

  it("lie on both sides of a line, the middle answer half on either side of it", async () => {
    const { view } = await drawIn("en", "diverging-bars", support);
    const bars = barRows(drawnBars(view.scene));
    const middles = bars.map((row) => ((row[1]?.x1 ?? 0) + (row[1]?.x2 ?? 0)) / 2);
    expect(bars.map((row) => row.length)).toEqual([3, 3]);
    expect(middles[0]).toBeCloseTo(middles[1] ?? 0, 6);
  });

  it("are described by the whole's parts, then by the answer most in favour", async () => {
    expect((await draw("diverging-bars", support)).description).toBe(
      "Belgium, 40\u00A0municipalities: Never 5%; Perhaps 25%; Always 70%. ‘Always’: Flanders 69%.",
    );
  });

  it("stand the other way round where the first answer is the one in favour", async () => {
    const reversed = await textsOf("diverging-bars", { ...support, isReversed: true });
    expect(reversed.slice(-3)).toEqual(["Always", "Perhaps", "Never"]);
    expect((await draw("diverging-bars", { ...support, isReversed: true })).description).toContain(
      "Always 70%; Perhaps 25%; Never 5%. ‘Never’: Flanders 5%",
    );
  });
});

describe("a ranking", () => {
  const priorities = { questions: ["priorities"] };

  it("is sorted by first places and prints both shares", async () => {
    expect(await linesOf("ranking", priorities)).toEqual([
      "Ranked first · Ranked among the first 2",
      "Water · 85% · 95%",
      "Air · 10% · 40%",
      "Soil · 5% · 10%",
    ]);
  });

  it("tabulates both shares and is described by both", async () => {
    const chart = await draw("ranking", priorities);
    expect(asText(chart)).toEqual([
      "Answer | n | Ranked first | 95% interval | Ranked among the first 2 | 95% interval",
      "Water | 40 | 85% |  | 95% | ",
      "Air | 40 | 10% |  | 40% | ",
      "Soil | 40 | 5% |  | 10% | ",
    ]);
    expect(chart.description).toBe(
      "Most often ranked first: Water (85% of 40\u00A0municipalities). Share that ranked each first, and among the first 2: Water 85%, 95%; Air 10%, 40%; Soil 5%, 10%.",
    );
    expect(chart.printed.slice(0, 2).map(({ facts: ids }) => ids)).toEqual([
      ["priorities.water.rank-1"],
      ["priorities.water.rank-2"],
    ]);
  });
});

describe("grouped bars", () => {
  const plan = { questions: ["plan"], ...regions };

  it("stand under each other in the order of their key, choice by choice", async () => {
    expect(await textsOf("grouped-bars", plan)).toEqual([
      ...["Flanders", "n\u00A0=\u00A025", "Wallonia", "n\u00A0=\u00A015"],
      ...["Yes", "No", "In preparation", "64%", "60%†", "32%", "40%†", "4%", "0%†"],
    ]);
  });

  it("print : where a segment is hidden", async () => {
    const areas = { questions: ["areas"], choices: ["safety"], ...regions };
    expect(await textsOf("grouped-bars", areas)).toEqual([
      ...["Flanders", "n\u00A0=\u00A02", "Wallonia", "n\u00A0=\u00A01"],
      ...["Safety & health", "50%†", ":"],
    ]);
  });
});

describe("small multiples", () => {
  it("show one answer in the rows of a matrix", async () => {
    const ready = { questions: ["staff", "budget"], choices: ["ready"], ...regions };
    const chart = await draw("small-multiples", ready);
    expect(asText(chart)).toEqual([
      "Answer | Municipalities | n | Share | 95% interval",
      "# Belgium",
      "= Means | 26 | 39 | 67% | ",
      "= Staff | 10 | 40 | 25% | ",
      "# Flanders",
      "Means | 18 | 24 | 75% | ",
      "Staff | 8 | 25 | 32% | ",
      "# Wallonia",
      "Means | 8 | 15 | 53%† | ",
      "Staff | 2 | 15 | 13%† | ",
    ]);
    expect(await textsOf("small-multiples", ready)).toContain("n\u00A0=\u00A024 to 25");
    expect(chart.description).toBe(
      "The item most often answered ‘Ready’ in each group of municipalities. Flanders: Means (75%); Wallonia: Means (53%).",
    );
    expect(chart.svg).toContain(">Conditions met? – Ready</title>");
  });
});

describe("a dumbbell", () => {
  const plan = { questions: ["plan"], ...regions };

  it("prints the values beside the outer dots and the axis from 0%", async () => {
    expect(await linesOf("dumbbell", plan)).toEqual([
      "Flanders · n\u00A0=\u00A025 · Wallonia · n\u00A0=\u00A015†",
      "0% · 20% · 40% · 60%",
      "Yes · 60% · 64%",
      "No · 32% · 40%",
      "In preparation · 0% · 4%",
    ]);
    expect((await draw("dumbbell", plan)).remarks).toEqual([]);
  });

  it("tells segments apart by shape as well", async () => {
    const { chart } = await drawIn("en", "dumbbell", plan);
    const [, group = ""] = /mark-symbol[^>]*>(.*?)<\/g>/s.exec(chart.svg) ?? [];
    const shapes = [...group.matchAll(/<path [^>]*d="([^"]*)"/g)].map(([, path = ""]) =>
      path.includes("A") ? "circle" : "diamond",
    );
    expect(new Set(shapes)).toEqual(new Set(["circle", "diamond"]));
    expect(shapes).toHaveLength(8);
  });

  it("prints : in its key where a segment is hidden, and the one value that is left", async () => {
    expect(await linesOf("dumbbell", { questions: ["progress"], ...regions })).toEqual([
      "Flanders · n\u00A0=\u00A02† · Wallonia · n\u00A0=\u00A01 :",
      "0 · 1 · 2 · 3 · 4",
      "Progress · 2.50",
    ]);
  });

  it("tabulates means as means", async () => {
    expect(asText(await draw("dumbbell", { questions: ["progress"], ...regions }))).toEqual([
      "Question | n | Mean | 95% interval",
      "# Belgium",
      "= Progress | 4 | 1.75 | 1.25 to 2.25",
      "# Flanders",
      "Progress | 2 | 2.50† | 1.00 to 3.50",
      "# Wallonia",
      "Progress | 1 | : | ",
    ]);
  });
});

describe("quartiles", () => {
  const spending = { questions: ["spending"], ...regions };

  it("print both quartiles and the median, and say which segments rest on too few", async () => {
    expect(await linesOf("quartiles", spending)).toEqual([
      "thousand euros",
      "0 · 20 · 40 · 60 · 80",
      "25.0",
      "Belgium · n\u00A0=\u00A020 · 0.0 · 60.5",
      "30.5",
      "Flanders · 12† · 10.0 · 80.0",
    ]);
    expect((await draw("quartiles", spending)).remarks).toEqual([
      "Not shown because fewer than 10\u00A0municipalities answered: Wallonia.",
    ]);
  });

  it("tabulate and describe medians and quartiles, never a mean", async () => {
    const chart = await draw("quartiles", spending);
    expect(asText(chart)).toEqual([
      "Group | n | First quartile | Median | Third quartile",
      "= Belgium | 20 | 0.0 | 25.0 | 60.5",
      "Flanders | 12 | 10.0† | 30.5† | 80.0†",
    ]);
    expect(chart.description).toBe(
      "Belgium, 20\u00A0municipalities: the median is 25.0 thousand euros; the middle half lies between 0.0 and 60.5. Other medians: Flanders 30.5.",
    );
    expect(chart.printed.filter(({ facts: ids }) => ids.some((id) => id.includes("mean")))).toEqual(
      [],
    );
  });
});

describe("a chart for one segment", () => {
  const wallonia = { questions: ["plan"], segment: "region:wallonia" } as const;

  it("sorts bars by the segment's shares and names whose ticks stand beside them", async () => {
    expect(await textsOf("sorted-bars", wallonia)).toEqual([
      ...["Wallonia", "n\u00A0=\u00A015", "Belgium", "n\u00A0=\u00A040"],
      ...["Yes", "No", "In preparation", "60%†", "40%†", "0%†"],
    ]);
  });

  it("tabulates the segment, then the whole territory, each with n", async () => {
    const chart = await draw("sorted-bars", wallonia);
    expect(asText(chart)).toEqual([
      "Answer | Municipalities | n | Share | 95% interval",
      "# Wallonia",
      "Yes | 9 | 15 | 60%† | ",
      "No | 6 | 15 | 40%† | ",
      "In preparation | 0 | 15 | 0%† | ",
      "# Belgium",
      "= Yes | 25 | 40 | 63% | ",
      "= No | 14 | 40 | 35% | ",
      "= In preparation | 1 | 40 | 3% | ",
    ]);
    expect(chart.description).toBe(
      "Wallonia: The most frequent answer is ‘Yes’: 60% of the 15\u00A0municipalities. Then come: No 40%; In preparation 0%.",
    );
    expect(chart.svg).toContain(">A plan? – Wallonia</title>");
    expect(chart.bases.map(({ text }) => text)).toEqual(["n\u00A0=\u00A015"]);
  });

  it("shows a mean beside the whole territory's", async () => {
    const flanders = { questions: ["progress"], segment: "region:flanders" } as const;
    const chart = await draw("dots-with-intervals", flanders);
    expect(asText(chart)).toEqual([
      "Question | n | Flanders | 95% interval | n | Belgium",
      "Progress | 2 | 2.50† | 1.00 to 3.50 | 4 | 1.75",
    ]);
    expect((await textsOf("dots-with-intervals", flanders)).slice(0, 3)).toEqual([
      ...["Flanders", "Belgium", "n\u00A0=\u00A04"],
    ]);
  });

  it("is refused where the form compares segments", async () => {
    const setting = { facts, edition, words: words.en, house, fonts, widthPt: 361.28 };
    const wanted = specification("stacked-bars", wallonia);
    const { value, diagnostics } = await drawChart({ ...setting, specification: wanted });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.formWithoutSegment.code]);
  });
});

describe("every form, in three languages", () => {
  const wanted: readonly (readonly [Form, Partial<ChartSpecification>])[] = [
    ["stacked-bars", { questions: ["plan"], ...regions }],
    ["stacked-bars", { questions: ["staff", "budget"] }],
    ["diverging-bars", { questions: ["support"], ...regions }],
    ["ranking", { questions: ["priorities"] }],
    ["grouped-bars", { questions: ["areas"], ...regions }],
    ["small-multiples", { questions: ["areas"], ...regions }],
    ["dumbbell", { questions: ["areas"], ...regions }],
    ["quartiles", { questions: ["spending"], ...regions }],
    ["sorted-bars", { questions: ["areas"], segment: "region:flanders" }],
  ];

  it("cuts no label, prints none over another, and none smaller than 8 points", async () => {
    for (const language of ["fr", "nl", "en"] as const) {
      for (const [form, more] of wanted) {
        const { chart, view } = await drawIn(language, form, more);
        const boxes = labelBoxes(view.scene);
        const faults = [...outside(boxes, chart.widthPt, chart.heightPt), ...overlaps(boxes)];
        expect([form, language, ...faults]).toEqual([form, language]);
        const sizes = [...chart.svg.matchAll(/font-size="([\d.]+)px"/g)].map(([, size]) =>
          Number(size),
        );
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
      }
    }
  });
});
