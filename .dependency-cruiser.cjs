/**
 * The house's floor plan: stages import one way only, and each foreign package has one home.
 * `npm run imports` fails on any other import, with the reason.
 */

/** Left may import right, never back; folders of one line don't import each other. */
const order = [
  ["cli"],
  ["tasks"],
  ["publications"],
  ["record"],
  ["pdf", "picture"],
  ["layout"],
  ["document"],
  ["charts"],
  ["wording"],
  ["facts"],
  ["intake"],
  ["edition"],
  ["statistics", "workbook", "fonts", "diagnostics", "platform"],
];

/** Which folders may import which packages and modules of Node. */
const homes = [
  { packages: ["commander", "picocolors", "string-width"], folders: ["cli"] },
  { packages: ["pdfkit"], folders: ["pdf"] },
  { packages: ["@resvg/resvg-js"], folders: ["picture"] },
  {
    packages: ["markdown-it", "markdown-it-container", "markdown-it-footnote"],
    folders: ["document"],
  },
  { packages: ["vega", "vega-[a-z]+", "d3-geo"], folders: ["charts"] },
  { packages: ["topojson-client"], folders: ["charts"] },
  { packages: ["topojson-specification"], folders: ["edition", "charts"] },
  { packages: ["handlebars", "hyphen"], folders: ["wording"] },
  { packages: ["fontkit"], folders: ["fonts"] },
  { packages: ["exceljs", "saxes"], folders: ["workbook"] },
  { packages: ["fflate"], folders: ["workbook", "pdf"] },
  { packages: ["csv-parse", "jsep"], folders: ["edition"] },
  { packages: ["csv-stringify"], folders: ["publications"] },
  { packages: ["yaml"], folders: ["edition", "wording", "charts", "publications"] },
  { packages: ["zod"], folders: ["edition", "wording", "charts", "publications", "record"] },
  { packages: ["@stdlib/[^/]+"], folders: ["statistics"] },
  { packages: ["d3-array"], folders: ["statistics", "intake"] },
  { packages: ["d3-color"], folders: ["charts", "pdf"] },
  { packages: ["fastest-levenshtein"], folders: ["diagnostics", "intake"] },
];
const modulesOfNode = [
  { modules: ["fs", "fs/promises", "perf_hooks"], folders: ["platform"] },
  { modules: ["worker_threads"], folders: ["workbook"] },
  { modules: ["crypto"], folders: ["record"] },
];

const either = (names) => `(?:${names.join("|")})`;
const later = (level) => order.slice(0, level).flat();

const directions = order.flatMap((folders, level) =>
  folders.map((folder) => {
    const forbidden = [...later(level), ...folders.filter((other) => other !== folder)];
    return {
      name: `${folder}-imports-only-what-comes-before-it`,
      comment: "Data flows one way: a stage knows nothing of the stages that use it.",
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: `^src/${either(forbidden)}/` },
    };
  }),
);

const packageHomes = homes.map(({ packages, folders }) => ({
  name: `${packages[0].replace(/[^\w-]/g, "")}-only-in-${folders.join("-")}`,
  comment:
    "A foreign package behind one door can be replaced, and its quirks are told in one place.",
  severity: "error",
  from: { path: "^src/", pathNot: `^src/${either(folders)}/` },
  to: { path: `^node_modules/(?:@types/)?${either(packages)}/` },
}));

const nodeHomes = modulesOfNode.map(({ modules, folders }) => ({
  name: `node-${modules[0]}-only-in-${folders.join("-")}`,
  comment: "Stages are pure: the same inputs give the same bytes, and tests need no disk.",
  severity: "error",
  from: { path: "^src/", pathNot: `^src/${either(folders)}/` },
  to: { dependencyTypes: ["core"], path: `^(?:node:)?${either(modules)}$` },
}));

module.exports = {
  forbidden: [
    ...directions.filter(({ to }) => to.path !== "^src/(?:)/"),
    ...packageHomes,
    ...nodeHomes,
    {
      name: "no-circle",
      comment: "Files that import each other are one file.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-package-without-a-home",
      comment: "A package that no rule above names has no home yet: decide on one.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        path: "^node_modules/",
        pathNot: `^node_modules/(?:@types/)?${either(homes.flatMap(({ packages }) => packages))}/`,
      },
    },
    {
      name: "no-development-package",
      comment: "The program runs without development packages.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "resolvable",
      comment: "What can't be found can't be imported.",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "^node_modules/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
