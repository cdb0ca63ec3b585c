import { expect, test } from "vitest";
import { define, type ExitCode } from "../../src/diagnostics/diagnostic.ts";
import { exitCodeOf } from "../../src/diagnostics/exit-code.ts";

const make = (severity: "error" | "warning" | "note", exitCode?: ExitCode) =>
  define<Record<string, never>>({
    code: "D001",
    severity,
    ...(exitCode ? { exitCode } : {}),
    message: () => "message",
  })({});

test("warnings and notes don't fail a command", () => {
  expect(exitCodeOf([make("warning", 4), make("note", 3)])).toBe(0);
  expect(exitCodeOf([])).toBe(0);
});

test("an error ends with 1 unless its kind says otherwise", () => {
  expect(exitCodeOf([make("error")])).toBe(1);
});

test("the highest code of several errors counts", () => {
  expect(exitCodeOf([make("error", 2), make("error", 4), make("error", 3)])).toBe(4);
});
