import { wordTooWide } from "../diagnostics/catalogue/pages.ts";
import type { Context, Diagnostic, PageBox } from "../diagnostics/diagnostic.ts";

/** Something that doesn't fit, where it was placed: all of it is there, and nothing is cut. */
export interface Overflow {
  /** What has one cause is said once, with all its pages: the same word in a heading and in the contents. */
  readonly cause: string;
  readonly box: PageBox;
  /** Id of the chart of which it is a part. */
  readonly chart?: string;
  readonly say: (publication: string, context: Context) => Diagnostic;
}

/** Words that are wider than the measure that they were set in. */
export function wordsTooWide(words: string, measurePt: number, box: PageBox): Overflow {
  const hints = ["Shorten the word, or put a hyphen or a space where it may be broken."];
  return {
    cause: `words ${words}`,
    box,
    say: (publication, context) =>
      wordTooWide({ words, widthPt: measurePt, publication }, { ...context, hints }),
  };
}

interface OverflowingPage {
  readonly number: number;
  readonly overflows: readonly Overflow[];
}

/** Says every cause once, at the first place where it shows, with the other pages. */
export function describeOverflows(
  pages: readonly OverflowingPage[],
  publication: string,
): readonly Diagnostic[] {
  const byCause = new Map<string, { readonly page: number; readonly overflow: Overflow }[]>();
  for (const { number, overflows } of pages) {
    for (const overflow of overflows) {
      const known = byCause.get(overflow.cause) ?? [];
      byCause.set(overflow.cause, [...known, { page: number, overflow }]);
    }
  }
  return [...byCause.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { box, chart, say } = first.overflow;
    const place = {
      kind: "page",
      file: `${publication}.pdf`,
      page: first.page,
      box: roundBox(box),
      ...(chart === undefined ? {} : { chart }),
    } as const;
    const pagesToo = new Set(others.map(({ page }) => page).filter((page) => page !== first.page));
    return [say(publication, { place, notes: alsoOn([...pagesToo]) })];
  });
}

function alsoOn(pages: readonly number[]): readonly { readonly message: string }[] {
  if (pages.length === 0) return [];
  return [{ message: `the same on page${pages.length === 1 ? "" : "s"} ${pages.join(", ")}` }];
}

/** Hundredths of a point are more than anybody sees. */
function roundBox(box: PageBox): PageBox {
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    xPt: round(box.xPt),
    yPt: round(box.yPt),
    widthPt: round(box.widthPt),
    heightPt: round(box.heightPt),
  };
}
