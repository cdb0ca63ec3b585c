// Joins the program into a few files under dist/, so that it starts fast and needs no compiler when it runs.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { hashBundleInputs } from "./bundle-hash.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");

// Hashed first: a source that changes while the bundle is made leaves it stale.
const hash = hashBundleInputs(root);
const { outputFiles } = await build({
  write: false,
  absWorkingDir: root,
  entryPoints: {
    barometer: "src/cli/start.ts",
    "workbook-worker": "src/workbook/workbook-worker.ts",
  },
  outdir: "dist",
  bundle: true,
  // Commands and their libraries load when they are asked for, so that --help doesn't wait for Vega.
  splitting: true,
  chunkNames: "[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  // A program for each kind of machine, which can't be joined into a file; needed where something doesn't fit.
  external: ["@resvg/resvg-js"],
  logLevel: "warning",
  plugins: [{ name: "left-out", setup: leaveOut }],
  // Packages written as CommonJS ask for Node's own modules through require.
  banner: {
    js: 'import{createRequire as createRequireOfBundle}from"node:module";const require=createRequireOfBundle(import.meta.url);',
  },
});
// Only a bundle that could be made takes the place of the last one.
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const { path, contents } of outputFiles) writeFileSync(path, contents);
writeFileSync(join(dist, "bundle.json"), `${JSON.stringify({ hash })}\n`);

/**
 * Leaves out what is imported and never called: vega's node-canvas, since ours is the only canvas on every machine;
 * fontkit's WOFF2, PDFKit's line breaking and encryption, and Handlebars' source maps, which unpack tables at every start.
 */
function leaveOut({ onResolve, onLoad }) {
  const filter = /^(canvas|brotli\/decompress\.js|linebreak|@noble\/ciphers\/aes|source-map)$/;
  onResolve({ filter }, ({ path }) => ({ path, namespace: "left-out" }));
  onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "module.exports = {};" }));
}
