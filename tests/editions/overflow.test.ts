import { writeFileSync, mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { filesUnder, mountProject, readProject, runIn } from "./made-up-project.ts";
test("try", async () => {
  const files = readProject("small-report", "corrections-change-a-rank", "what-does-not-fit");
  const platform = mountProject(files);
  const ran = await runIn(platform, "check", "--edition", "2018");
  console.log(ran.stderr, ran.stdout);
  mkdirSync("/tmp/pics", {recursive:true});
  for (const [f, c] of filesUnder(platform, ".barometer")) { console.log(f, c.length); writeFileSync("/tmp/pics/" + f.split("/").pop(), c); }
});
