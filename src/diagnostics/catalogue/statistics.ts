import { define } from "../diagnostic.ts";

/** What the computed figures can contradict. Codes are permanent. */

export const publishedDiffers = define<{
  readonly fact: string;
  readonly published: string;
  readonly computed: string;
}>({
  code: "S001",
  severity: "error",
  message: ({ fact, published, computed }) =>
    `${published} was published, but the data give ${computed} for ${fact}`,
});

export const publishedUnknown = define<{ readonly wanted: string }>({
  code: "S002",
  severity: "error",
  message: ({ wanted }) => `no figure of this edition is called ${wanted}`,
});

export const publishedUnreadable = define<{ readonly value: string }>({
  code: "S003",
  severity: "error",
  message: ({ value }) => `“${value}” is not a number`,
});

export const publishedHidden = define<{ readonly fact: string; readonly base: number }>({
  code: "S004",
  severity: "error",
  message: ({ fact, base }) =>
    base === 0
      ? `${fact} has no value: nobody in this segment answered`
      : `${fact} has no value that may be shown: it rests on ${base} ${base === 1 ? "answer" : "answers"}`,
});
