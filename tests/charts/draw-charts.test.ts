import { describe, expect, it } from "vitest";
import type { Chart, ChartSpecification } from "../../src/charts/chart.ts";
import { drawCharts } from "../../src/charts/draw-charts.ts";
import * as catalogue from "../../src/diagnostics/catalogue/charts.ts";
import type { Language } from "../../src/edition/language.ts";
import { edition, facts, specification } from "./made-up-edition.ts";
import { fonts, house, words } from "./shipped-look.ts";

const specifications: readonly ChartSpecification[] = [
  specification("sorted-bars", { questions: ["areas"] }),
  specification("small-multiples", { questions: ["areas"], cuts: ["region"] }),
  specification("dots-with-intervals", { questions: ["progress"], cuts: ["region"] }),
  specification("distribution", { questions: ["progress"] }),
  specification("province-map", { questions: ["progress"] }),
  specification("dot-map", { id: "cover" }),
];

function draw(language: Language, wanted = specifications) {
  return drawCharts({
    specifications: wanted,
    facts,
    edition,
    words: words[language],
    house,
    fonts,
  });
}

async function drawOne(form: string, language: Language = "en"): Promise<Chart> {
  const { value } = await draw(language);
  const chart = value?.find(({ specification: { id } }) => id === form);
  if (!chart) throw new Error(`no chart ${form}`);
  return chart;
}

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

describe("drawCharts", () => {
  it.each(specifications.map(({ id }) => id))("draws %s as the expected file", async (id) => {
    const chart = await drawOne(id, id === "sorted-bars" ? "fr" : "nl");
    await expect(`${chart.svg.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot(
      `expected/${id}.svg`,
    );
  });

  it("draws the same bytes however often and in whatever order charts are drawn", async () => {
    const first = await draw("fr");
    await draw("nl");
    const backwards = await draw("fr", specifications.toReversed());
    expect(backwards.value?.map(({ svg }) => svg).toReversed()).toEqual(
      first.value?.map(({ svg }) => svg),
    );
  });

  it("draws without a warning of Vega", async () => {
    expect((await draw("nl")).diagnostics).toEqual([]);
  });

  it("is as wide as the main column, the cover's map wider", async () => {
    const { value } = await draw("en");
    expect(value?.map(({ widthPt }) => Number(widthPt.toFixed(2)))).toEqual([
      361.28, 361.28, 361.28, 361.28, 361.28, 480,
    ]);
  });

  it("tabulates sorted bars with other last, counts, base and interval", async () => {
    expect(asText(await drawOne("sorted-bars"))).toEqual([
      "Answer | Municipalities | n | Share | 95% interval",
      "Inclusive participation of citizens and of public and private actors | 3 | 4 | 75% | ",
      "Safety & health | 2 | 4 | 50% | ",
      "Waste | 1 | 4 | 25% | 10% to 50%",
      "Other | 4 | 4 | 100% | ",
    ]);
  });

  it("tabulates small multiples segment by segment after the whole, marking small bases and hiding tiny ones", async () => {
    const chart = await drawOne("small-multiples");
    const participation = "Inclusive participation of citizens and of public and private actors";
    expect(asText(chart)).toEqual([
      "Answer | Municipalities | n | Share | 95% interval",
      "# Belgium",
      `= ${participation} | 3 | 4 | 75% | `,
      "= Safety & health | 2 | 4 | 50% | ",
      "= Waste | 1 | 4 | 25% | 10% to 50%",
      "= Other | 4 | 4 | 100% | ",
      "# Flanders",
      `${participation} | 2 | 2 | 100%† | `,
      "Safety & health | 1 | 2 | 50%† | ",
      "Waste | 0 | 2 | 0%† | ",
      "Other | 2 | 2 | 100%† | ",
      "# Wallonia",
      `${participation} |  | 1 | : | `,
      "Safety & health |  | 1 | : | ",
      "Waste |  | 1 | : | ",
      "Other |  | 1 | : | ",
    ]);
    expect([chart.hasSmallBase, chart.hasHidden]).toEqual([true, true]);
  });

  it("tabulates means with the territory as the total and no interval where a figure is hidden", async () => {
    expect(asText(await drawOne("dots-with-intervals"))).toEqual([
      "Regions | n | Mean | 95% interval",
      "= Belgium | 4 | 1.75 | 1.25 to 2.25",
      "Flanders | 2 | 2.50† | 1.00 to 3.50",
      "Wallonia | 1 | : | ",
    ]);
  });

  it("tabulates every score of a distribution, those that nobody gave as 0", async () => {
    expect(asText(await drawOne("distribution"))).toEqual([
      "Score | 0 | 1 | 2 | 3 | 4 | n",
      "Municipalities | 1 | 0 | 2 | 1 | 0 | 4",
    ]);
  });

  it("tabulates the cover's map by province and never by municipality", async () => {
    expect(asText(await drawOne("cover"))).toEqual([
      "Provinces | Municipalities | Respondents | Response rate",
      "Antwerp | 2 | 2 | 100%",
      "Namur | 3 | 2 | 67%",
      "= Belgium | 5 | 4 | 80%",
    ]);
  });

  it("describes the message first, then the values, in each language", async () => {
    const { value } = await draw("fr");
    expect(value?.map(({ description }) => description)).toEqual([
      "La réponse la plus fréquente est «\u202FAutre\u202F»\u00A0: 100\u202F% des 4\u00A0communes. Viennent ensuite\u00A0: Participation inclusive des citoyens et des acteurs publics et privés 75\u202F%\u202F; Sécurité & santé 50\u202F%\u202F; Déchets 25\u202F%.",
      "La réponse la plus fréquente dans chaque groupe de communes. Flandre (n\u00A0=\u00A02)\u00A0: Participation inclusive des citoyens et des acteurs publics et privés et Autre (100\u202F%).",
      "Une seule moyenne peut être publiée\u00A0: Flandre 2,50 (n\u00A0=\u00A02), sur une échelle de 0 à 4. Autres moyennes\u00A0: Belgique 1,75 (n\u00A0=\u00A04).",
      "La note la plus fréquente est 2 (2 des 4\u00A0communes)\u202F; la moyenne est de 1,75. Nombre de communes par note, de la plus basse à la plus élevée\u00A0: 1, 0, 2, 1, 0.",
      "Une seule moyenne peut être publiée\u00A0: Anvers 2,50 (n\u00A0=\u00A02), sur une échelle de 0 à 4. Autres moyennes\u00A0: Belgique 1,75 (n\u00A0=\u00A04).",
      "Belgique\u00A0: 80\u202F% des communes ont répondu. Le taux le plus élevé\u00A0: Anvers 100\u202F%\u202F; le plus bas\u00A0: Namur 67\u202F%.",
    ]);
  });

  it("says n of the whole territory with the fact that it comes from", async () => {
    expect((await drawOne("small-multiples")).bases).toEqual([
      { text: "n\u00A0=\u00A04", facts: ["areas.participation.share"], kind: "base" },
    ]);
  });

  it("names the fact of every figure that it draws, not of those in its table only, and none on the cover", async () => {
    const { printed } = await drawOne("dots-with-intervals");
    expect(printed.map(({ text, facts: ids }) => `${text} ${ids.join()}`)).toEqual([
      "1.75 progress.mean",
      "4 progress.mean",
      "2.50† progress.mean@region:flanders",
      "2 progress.mean@region:flanders",
      ": progress.mean@region:wallonia",
      "1 progress.mean@region:wallonia",
    ]);
    expect((await drawOne("cover")).printed).toEqual([]);
  });

  it("is a file of its own: language, title, description, fallback font, unique ids, no English roles", async () => {
    const { svg, description } = await drawOne("sorted-bars", "nl");
    expect(svg).toContain('xml:lang="nl" lang="nl" role="img"');
    const escaped = description.replaceAll("&", "&amp;");
    expect(svg).toContain('aria-labelledby="sorted-bars-nl-title"');
    expect(svg).toContain('aria-describedby="sorted-bars-nl-desc"');
    expect(svg).toContain('<title id="sorted-bars-nl-title">Welke domeinen?</title>');
    expect(svg).toContain(`<desc id="sorted-bars-nl-desc">${escaped}</desc>`);
    expect(svg).toContain("font-family=\"'Source Sans 3', sans-serif\"");
    expect(svg).not.toMatch(/aria-roledescription|graphics-symbol/);
    expect([...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      "sorted-bars-nl-title",
      "sorted-bars-nl-desc",
    ]);
  });

  it("names the cover's map after what it is shaded by", async () => {
    expect((await drawOne("cover", "fr")).svg).toContain(">Taux de réponse</title>");
  });

  it("stops at a chart of which nothing may be shown", async () => {
    const empty = specification("dots-with-intervals", { id: "effort", questions: ["effort"] });
    const { value, diagnostics } = await draw("en", [empty]);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.nothingToShow.code]);
  });

  it("stops at a chart by a cut where the territory has no such parts", async () => {
    const cut = { questions: ["progress"], cuts: ["nature"] as const };
    const { value, diagnostics } = await draw("en", [specification("dots-with-intervals", cut)]);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual([catalogue.nothingToShow.code]);
  });

  it("draws a label that has no room all the same, and knows where it stands", async () => {
    const [areas] = edition.questionnaire.questions;
    if (!areas) throw new Error("no question");
    const label = "Ongebroken".repeat(8);
    const long = {
      ...areas,
      choices: [{ name: "waste", labels: { fr: label, nl: label, en: label }, code: "A1" }],
    };
    const { value, diagnostics } = await drawCharts({
      specifications: specifications.slice(0, 1),
      facts,
      edition: {
        ...edition,
        questionnaire: { ...edition.questionnaire, byName: new Map([["areas", long]]) },
      },
      words: words.nl,
      house,
      fonts,
    });
    expect(diagnostics).toEqual([]);
    const [chart] = value ?? [];
    const [overflow, more] = chart?.overflows ?? [];
    if (!chart || !overflow) throw new Error("nothing found");
    expect(more).toBeUndefined();
    expect(chart.svg).toContain(label);
    expect(overflow.say({})).toMatchObject({
      code: catalogue.labelWiderThanColumn.code,
      message: expect.stringContaining(label),
      notes: [{ place: { kind: "file", file: specifications[0]?.file } }],
    });
    const widthPt = fonts.text.widthPt(label, house.chart.labelSizePt);
    expect(overflow.box.widthPt).toBeCloseTo(widthPt, 1);
    expect(overflow.box.yPt).toBeLessThan(chart.heightPt);
  });
});
