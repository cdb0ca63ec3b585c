import { CanvasRenderer, parse, resetSVGDefIds, textMetrics, View } from "vega";
import { describe, expect, it } from "vitest";
import type { Canvas } from "../../src/charts/canvas.ts";
import { chartForms } from "../../src/charts/chart.ts";
import { compileForm, forms, openLogger } from "../../src/charts/compile-form.ts";
import { measureWith, runView } from "../../src/charts/run-view.ts";
import { edition, facts, specification } from "./made-up-edition.ts";
import { fonts, house, words } from "./shipped-look.ts";

/** A canvas that writes down what it is told; anything that the contract doesn't list is refused. */
function recordingCanvas(): { readonly canvas: Canvas; readonly calls: string[] } {
  const calls: string[] = [];
  const known = new Set([
    ..."fillStyle strokeStyle globalAlpha globalCompositeOperation lineWidth lineCap lineJoin".split(
      " ",
    ),
    ..."miterLimit lineDashOffset font textAlign textBaseline pixelRatio save restore".split(" "),
    ..."translate scale rotate transform setTransform clearRect setLineDash beginPath".split(" "),
    ..."moveTo lineTo bezierCurveTo quadraticCurveTo rect arc closePath fill stroke clip".split(
      " ",
    ),
    ..."fillRect fillText strokeText measureText isPointInPath isPointInStroke".split(" "),
  ]);
  const state: Record<string, unknown> = { pixelRatio: 1 };
  const demand = (key: PropertyKey) => {
    if (typeof key !== "string" || !known.has(key)) throw new Error(`canvas.${String(key)}`);
    return key;
  };
  const settable = new Set([
    ..."fillStyle strokeStyle globalAlpha globalCompositeOperation lineWidth lineCap".split(" "),
    ..."lineJoin miterLimit lineDashOffset font textAlign textBaseline pixelRatio".split(" "),
  ]);
  const canvas = new Proxy(state, {
    get: (_, key) => {
      const name = demand(key);
      if (settable.has(name)) return state[name];
      return (...values: readonly unknown[]) => {
        calls.push(`${name}(${values.join(", ")})`);
        return { width: 0 };
      };
    },
    set: (_, key, value) => {
      const name = demand(key);
      state[name] = value;
      calls.push(`${name} = ${String(value)}`);
      return true;
    },
  }) as unknown as Canvas;
  return { canvas, calls };
}

const drawing = () => {
  const setting = { facts, edition, words: words.nl, house, fonts, widthPt: 361.28 };
  const drawn = forms["sorted-bars"].draw({
    ...setting,
    specification: specification("sorted-bars", { questions: ["areas"] }),
  });
  if (!drawn) throw new Error("nothing drawn");
  return drawn;
};

describe("what is used of Vega beyond its types", () => {
  it("measures texts through textMetrics.width, with the item and the text", async () => {
    const asked: string[] = [];
    measureWith(fonts);
    const { width } = textMetrics;
    textMetrics.width = (item, text) => {
      asked.push(`${text} ${item.fontSize} ${item.fontWeight ?? 400}`);
      return width(item, text);
    };
    await runView(compileForm("sorted-bars", "Source Sans 3"), drawing());
    textMetrics.width = width;
    expect(asked).toContain("Veiligheid & gezondheid 9 400");
    expect(asked).toContain("75% 9 600");
  });

  it("measures in the face of weight and style, in points", () => {
    measureWith(fonts);
    const text = "Wallonië";
    const width = (item: object) => textMetrics.width(item, text);
    expect(width({ fontSize: 9 })).toBeCloseTo(fonts.text.widthPt(text, 9), 9);
    expect(width({ fontSize: 9, fontWeight: 600 })).toBeCloseTo(
      fonts["text-semibold"].widthPt(text, 9),
      9,
    );
    expect(width({ fontSize: 9, fontWeight: "bold" })).toBeCloseTo(
      fonts["text-bold"].widthPt(text, 9),
      9,
    );
    expect(width({ fontSize: 9, fontStyle: "italic" })).toBeCloseTo(
      fonts["text-italic"].widthPt(text, 9),
      9,
    );
  });

  it("draws a scene onto a context of ours from the origin, every text once, and asks for nothing else", async () => {
    const { svg, paint } = await runView(compileForm("sorted-bars", "Source Sans 3"), drawing());
    const { canvas, calls } = recordingCanvas();
    paint(canvas);
    const texts = calls.flatMap(
      (call) => /^fillText\((.*), [-\d.]+, [-\d.]+\)$/.exec(call)?.[1] ?? [],
    );
    const inSvg = [...svg.matchAll(/>([^<>]+)<\/(?:text|tspan)>/g)].map(([, text]) =>
      (text ?? "").replace("&amp;", "&"),
    );
    expect(texts).toEqual(inSvg);
    expect(calls.filter((call) => call.startsWith("font = "))).toContain(
      "font = 600 9px Source Sans 3",
    );
    const depth = (name: string) => calls.filter((call) => call === `${name}()`).length;
    expect(depth("save")).toBe(depth("restore"));
  });

  it.each(chartForms)(
    "paints %s with nothing that the canvas lacks, the same each time",
    async (form) => {
      const regions = ["region"] as const;
      const wanted = {
        "sorted-bars": { questions: ["areas"] },
        "small-multiples": { questions: ["areas"], cuts: regions },
        "grouped-bars": { questions: ["areas"], cuts: regions },
        "stacked-bars": { questions: ["plan"], cuts: regions },
        "diverging-bars": { questions: ["support"], cuts: regions },
        ranking: { questions: ["priorities"] },
        dumbbell: { questions: ["plan"], cuts: regions },
        "dots-with-intervals": { questions: ["progress"], cuts: regions },
        distribution: { questions: ["progress"] },
        quartiles: { questions: ["spending"], cuts: regions },
        "dot-map": {},
        "province-map": { questions: ["progress"] },
      }[form];
      const setting = { facts, edition, words: words.fr, house, fonts, widthPt: 361.28 };
      const drawn = forms[form].draw({ ...setting, specification: specification(form, wanted) });
      if (!drawn) throw new Error("nothing drawn");
      const { paint } = await runView(compileForm(form, "Source Sans 3"), drawn);
      const [first, second] = [recordingCanvas(), recordingCanvas()];
      paint(first.canvas);
      paint(second.canvas);
      const isWritten = first.calls.some((call) => call.startsWith("fillText("));
      // The cover's picture has no words.
      expect(isWritten).toBe(form !== "dot-map");
      expect(first.calls).toContain("fill()");
      expect(second.calls).toEqual(first.calls);
      expect(first.calls.filter((call) => /NaN|undefined/.test(call))).toEqual([]);
    },
  );

  it("numbers clip paths anew after resetSVGDefIds", async () => {
    const clipped = parse({
      width: 10,
      height: 10,
      marks: [{ type: "group", encode: { enter: { clip: { value: true } } }, marks: [] }],
    });
    const svg = async () => {
      resetSVGDefIds();
      return new View(clipped, { renderer: "none" }).toSVG();
    };
    const first = await svg();
    expect(first).toContain('id="clip1"');
    expect(await svg()).toBe(first);
  });

  it("says its warnings to the logger that it is given", async () => {
    const logger = openLogger();
    const runtime = parse({
      signals: [{ name: "odd", update: "warn('odd value', 3)" }],
    });
    await new View(runtime, { renderer: "none", logger }).runAsync();
    expect(logger.messages.join()).toContain("odd value");
  });

  it("has a canvas renderer that takes a context from outside", () => {
    expect(typeof new CanvasRenderer().initialize).toBe("function");
  });
});
