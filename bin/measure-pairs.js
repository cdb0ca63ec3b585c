// Shapes every pair of the signs that our three languages use, once, in every face that comes with the program, and
// keeps what comes out in templates/house/fonts/pairs.json: a cold build would spend a tenth of its time on it.
// Run it again (npm run pairs) after a change of those faces; a test compares the file with what fontkit says.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { measurePairs } from "./make-pairs.js";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../templates/house/fonts");
const faces = readdirSync(folder)
  .filter((name) => name.endsWith(".ttf"))
  .sort();
const measured = faces.map((name) => measurePairs(readFileSync(join(folder, name))));
const lines = measured.map((face) => `  ${JSON.stringify(face.id)}: ${JSON.stringify(face.pairs)}`);
writeFileSync(join(folder, "pairs.json"), `{\n${lines.join(",\n")}\n}\n`);
