import { choosingHelpers } from "./choosing-helpers.ts";
import { citationHelpers } from "./citation-helpers.ts";
import { conditionHelpers } from "./condition-helpers.ts";
import { editionHelpers } from "./edition-helpers.ts";
import { figureHelpers } from "./figure-helpers.ts";
import type { Helper } from "./helper.ts";
import { nameHelpers } from "./name-helpers.ts";
import { pageHelpers } from "./page-helpers.ts";
import { segmentHelpers } from "./segment-helpers.ts";

/** Every helper of the texts by name; `if`, `unless` and `else` are the language's own. */
export const vocabulary: ReadonlyMap<string, Helper> = new Map(
  [
    figureHelpers,
    choosingHelpers,
    nameHelpers,
    editionHelpers,
    pageHelpers,
    conditionHelpers,
    segmentHelpers,
    citationHelpers,
  ].flatMap((family) => Object.entries(family)),
);

/** The two blocks of Handlebars itself. */
export const conditionals: readonly string[] = ["if", "unless"];
