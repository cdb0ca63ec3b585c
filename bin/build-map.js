#!/usr/bin/env node
/**
 * Writes data/register/map.topo.json from the register and Natural Earth's outline of Belgium: `npm run map`.
 * Run it again when the register changes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { makeMap } from "./make-map.js";

const target = "data/register/map.topo.json";
const root = new URL("../", import.meta.url);
const readRegister = (name) => readFileSync(new URL(`data/register/${name}`, root), "utf8");
const world = createRequire(import.meta.url).resolve("world-atlas/countries-10m.json");
const map = makeMap({
  register: readRegister("municipalities-2018.csv"),
  divisions: readRegister("divisions-2018.csv"),
  world: readFileSync(world, "utf8"),
});
writeFileSync(new URL(target, root), map);
console.log(`${target}: ${Math.round(map.length / 1000)} kB`);
