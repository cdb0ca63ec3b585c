#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { hashBundleInputs } from "./bundle-hash.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const problem = nodeProblem() ?? bundleProblem();

if (problem) {
  console.error(problem);
  process.exitCode = 2;
} else {
  // A run lasts seconds: V8 spends a third of it on optimising functions that are hardly called again. It may do so for
  // those that run several times longer than it waits for otherwise.
  setFlagsFromString("--interrupt-budget=500000");
  const { start } = await import(pathToFileURL(join(root, "dist/barometer.js")).href);
  await start({
    shippedTemplates: join(root, "templates"),
    workbookWorker: pathToFileURL(join(root, "dist/workbook-worker.js")),
  });
}

function nodeProblem() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `barometer needs Node 20.19 or newer; this is ${process.versions.node}.`;
}

function bundleProblem() {
  try {
    const made = JSON.parse(readFileSync(join(root, "dist/bundle.json"), "utf8"));
    if (made.hash === hashBundleInputs(root)) return undefined;
    return "The bundle in dist/ is older than the program's sources. Type: npm run prepare";
  } catch {
    return "The bundle in dist/ is missing. Type: npm ci (or, with the packages installed, npm run prepare)";
  }
}
