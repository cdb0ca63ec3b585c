import { expect, test } from "vitest";
import { createStageReporter } from "../../src/cli/show-progress.ts";
import { createStyle } from "../../src/cli/style.ts";

function show(isTerminal: boolean): string {
  let written = "";
  const output = {
    write: (text: string) => {
      written += text;
    },
    isTerminal,
  };
  const reporter = createStageReporter(
    output,
    createStyle(output, () => undefined, false),
  );
  reporter.started("read");
  reporter.finished({ name: "read", ms: 236.4 }, "141 rows");
  reporter.started("draw");
  reporter.finished({ name: "draw", ms: 1500 }, "");
  reporter.started("set");
  reporter.failed("set");
  return written;
}

test("elsewhere than on a terminal, each stage is one plain line when it ends", () => {
  expect(show(false)).toBe(`  ✔ read          141 rows  0.24 s
  ✔ draw          1.50 s
  ✘ set
`);
});

test("on a terminal the running stage is shown and overwritten by its end", () => {
  const clear = "\r\u001b[2K";
  expect(show(true)).toBe(
    [
      `  · read          …${clear}  ✔ read          141 rows  0.24 s\n`,
      `  · draw          …${clear}  ✔ draw          1.50 s\n`,
      `  · set           …${clear}  ✘ set\n`,
    ].join(""),
  );
});
