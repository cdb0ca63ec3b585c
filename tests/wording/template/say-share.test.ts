import { beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage, say } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

const inAll = (text: string) => [
  say(stage, "fr", text),
  say(stage, "nl", text),
  say(stage, "en", text),
];

describe("a share in running text", () => {
  test("is a percentage where ten or more answered, a count of municipalities where fewer did", () => {
    expect(inAll('{{portion "areas.energy" in="region:flanders"}}')).toEqual([
      "38⍽%",
      "38%",
      "38%",
    ]);
    expect(inAll('{{portion "areas.governance" in="region:brussels"}}')).toEqual([
      "4~communes sur~4",
      "4~van de 4~gemeenten",
      "4~of 4~municipalities",
    ]);
  });

  test("counts one municipality in the singular", () => {
    expect(say(stage, "fr", '{{portion "areas.energy" in="region:brussels"}}')).toBe(
      "1~commune sur~4",
    );
  });

  test("is said the same way of the answers named most often", () => {
    expect(say(stage, "en", '{{most-named "areas" in="region:brussels"}}')).toBe(
      "‘Governance and citizen participation’ (4~of 4~municipalities)",
    );
    expect(say(stage, "en", '{{most-named "areas" in="province:flemish-brabant"}}')).toBe(
      "‘Energy optimisation’, ‘Transport and mobility’ and ‘Attractiveness and economic development’ (42% each)",
    );
  });
});
