import { afterEach, expect, test, vi } from "vitest";
import { compareFileWithExpected } from "./compare-with-expected.ts";

afterEach(() => vi.unstubAllEnvs());

test("expectations are not written anew where CI is set", () => {
  vi.stubEnv("UPDATE", "1");
  vi.stubEnv("CI", "true");
  expect(() => compareFileWithExpected("nowhere/expected.txt", "wrong")).toThrow("not for CI");
});

test("a text without its file is a difference, not an agreement", () => {
  vi.stubEnv("UPDATE", "");
  expect(() => compareFileWithExpected("nowhere/expected.txt", "")).toThrow();
});
