import { describe, expect, it } from "vitest";
import { splitAtDecimal } from "../../src/layout/align-decimals.ts";

describe("splitAtDecimal", () => {
  it("cuts before the decimal sign of the language", () => {
    expect(splitAtDecimal("3,64", ",")).toEqual({ whole: "3", rest: ",64" });
    expect(splitAtDecimal("1,204.5", ".")).toEqual({ whole: "1,204", rest: ".5" });
  });

  it("cuts after the last digit of a whole number, so that signs and marks hang to the right", () => {
    expect(splitAtDecimal("44\u202F%\u202F†", ",")).toEqual({
      whole: "44",
      rest: "\u202F%\u202F†",
    });
    expect(splitAtDecimal("1\u202F204", ",")).toEqual({ whole: "1\u202F204", rest: "" });
  });

  it("takes a sign without digits as a whole", () => {
    expect(splitAtDecimal(":", ",")).toEqual({ whole: ":", rest: "" });
  });

  it("doesn't take a separator of thousands for the decimal sign", () => {
    expect(splitAtDecimal("1,204", ".")).toEqual({ whole: "1,204", rest: "" });
  });
});
