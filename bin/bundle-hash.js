import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * One hash over everything that the bundle is made from: the sources, the packages' versions, the builder.
 * Contents count, times of files don't.
 */
export function hashBundleInputs(root) {
  const hash = createHash("sha256");
  const files = ["package.json", "package-lock.json", "bin/build-bundle.js", ...listSources(root)];
  for (const file of files) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listSources(root) {
  const found = [];
  const folders = ["src"];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (path.endsWith(".ts")) found.push(path);
    }
  }
  return found.sort();
}
