import * as z from "zod";
import * as catalogue from "../diagnostics/catalogue/charts.ts";
import { hasErrors, type Outcome } from "../diagnostics/diagnostic.ts";
import { parseCheckedYaml, type SourceFile } from "../edition/checked-yaml.ts";
import type { PerLanguage } from "../edition/language.ts";
import { captionOrigins, captionSchema, readCaptionIssues } from "./caption-schema.ts";
import type { CaptionOrigin } from "./chart.ts";

/** templates/tables/<id>.yaml, checked. */
export interface TableSpecification {
  readonly id: string;
  /** Relative to the project, for diagnostics. */
  readonly file: string;
  readonly form: TableForm;
  /** The short subject, without figures, as the list of tables names it. */
  readonly title: PerLanguage<string>;
  /** What to see in it, as a template with the same helpers as the texts. */
  readonly caption: PerLanguage<string>;
  readonly captionOrigins?: PerLanguage<CaptionOrigin>;
}

/** sample: population and respondents by region, province and nature. */
export const tableForms = ["sample"] as const;
export type TableForm = (typeof tableForms)[number];

const schema = z.strictObject({
  form: z.enum(tableForms),
  title: captionSchema.optional(),
  caption: captionSchema,
});

/**
 * Reads templates/tables/<id>.yaml; what is wrong is said for all files at once.
 *
 * @returns Specifications in the order of the files; undefined when one has an error.
 */
export function readTableSpecifications(
  files: readonly SourceFile[],
): Outcome<readonly TableSpecification[]> {
  const read = files.map((source) => {
    const id = source.file.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
    const { value, diagnostics, placeOf } = parseCheckedYaml(source, schema, {
      notReadable: catalogue.yamlNotReadable,
      unknownKey: catalogue.unknownKey,
      missingKey: catalogue.missingKey,
      wrongValue: catalogue.wrongValue,
    });
    return {
      specifications: value
        ? [
            {
              ...{ id, file: source.file, ...value, title: value.title ?? value.caption },
              captionOrigins: captionOrigins(source, value.caption, placeOf),
            },
          ]
        : [],
      diagnostics: readCaptionIssues(diagnostics),
    };
  });
  const diagnostics = read.flatMap((each) => each.diagnostics);
  return {
    value: hasErrors(diagnostics) ? undefined : read.flatMap((each) => each.specifications),
    diagnostics,
  };
}
