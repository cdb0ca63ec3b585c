import type { Command } from "commander";
import { unknownArea, unknownLanguage, wrongUsage } from "../diagnostics/catalogue/record.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean, suggest } from "../diagnostics/suggest.ts";
import { isLanguage, type Language, languages } from "../edition/language.ts";
import { areaNames, isAreaName } from "../tasks/check-areas.ts";

export const commandNames = ["build", "check", "facts"] as const;

/** Options as they were typed; commander fills in the flags. */
export interface TypedOptions {
  /** What `check` is to look at. */
  readonly areas?: readonly string[];
  readonly year?: string;
  readonly edition?: string;
  readonly lang?: string;
  readonly only?: string;
  readonly project?: string;
  readonly search?: string;
  readonly other?: string;
  readonly json?: true;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly debug?: true;
  /** False with --no-color. */
  readonly color: boolean;
}

export function addEditionOptions(command: Command): Command {
  return command
    .optionsGroup("Which edition:")
    .option("-y, --year <year>", "that year's edition of the whole country (default: the newest)")
    .option("-e, --edition <name>", 'a folder of data/, such as "2018-wallonia"')
    .option(
      "--project <folder>",
      "the folder that holds data/ (default: here, or the nearest above)",
    );
}

export function addPublicationOptions(command: Command): Command {
  return command
    .optionsGroup("What of it:")
    .option("-l, --lang <codes>", "fr, nl, en or several with commas (default: all)")
    .option("--only <names>", "publications, with commas (default: all of the edition's)");
}

export function addReportOptions(command: Command): Command {
  return command
    .optionsGroup("How to report:")
    .option("--json", "one JSON document on standard output")
    .option("-q, --quiet", "errors only")
    .option("--verbose", "everything that there is to say")
    .option("--debug", "where in the program an unexpected error arose")
    .option("--no-color", "no colours (NO_COLOR does the same)")
    .helpOption("-h, --help", "this text");
}

/** What the typed options mean, as far as that can be told without reading an edition. */
export interface Selection {
  readonly edition: string | undefined;
  readonly year: number | undefined;
  readonly languages: readonly Language[] | undefined;
  readonly only: readonly string[] | undefined;
}

export function parseSelection(typed: TypedOptions): {
  readonly selection: Selection;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  if (typed.year !== undefined && typed.edition !== undefined) {
    const hints = ["--year 2018 means the same as --edition 2018."];
    diagnostics.push(
      wrongUsage({ message: "give either --year or --edition, not both" }, { hints }),
    );
  }
  if (typed.year !== undefined && !/^\d{4}$/.test(typed.year)) {
    const hints = ['Type four digits, or --edition for a name such as "2018-wallonia".'];
    diagnostics.push(wrongUsage({ message: `"${typed.year}" is not a year` }, { hints }));
  }
  const chosen = typed.lang === undefined ? undefined : splitList(typed.lang);
  if (chosen?.length === 0) {
    const hints = [`Choose from ${languages.join(", ")}.`];
    diagnostics.push(wrongUsage({ message: "--lang names no language" }, { hints }));
  }
  const only = typed.only === undefined ? undefined : splitList(typed.only);
  if (only?.length === 0) {
    const hints = ["Leave it out for all publications."];
    diagnostics.push(wrongUsage({ message: "--only names nothing" }, { hints }));
  }
  for (const code of chosen ?? []) {
    if (isLanguage(code)) continue;
    const hints = [didYouMean(suggest(code, languages)) ?? `Choose from ${languages.join(", ")}.`];
    diagnostics.push(unknownLanguage({ typed: code }, { hints }));
  }
  for (const name of typed.areas ?? []) {
    if (isAreaName(name)) continue;
    const hints = [didYouMean(suggest(name, areaNames)) ?? `Choose from ${areaNames.join(", ")}.`];
    diagnostics.push(unknownArea({ typed: name }, { hints }));
  }
  return {
    selection: {
      edition: typed.edition,
      year: typed.year === undefined ? undefined : Number(typed.year),
      languages: chosen && languages.filter((language) => chosen.includes(language)),
      only,
    },
    diagnostics,
  };
}

function splitList(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
