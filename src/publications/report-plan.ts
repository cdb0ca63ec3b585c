import * as z from "zod";
import * as catalogue from "../diagnostics/catalogue/plan.ts";
import type { Outcome } from "../diagnostics/diagnostic.ts";
import { sectionKinds } from "../document/document.ts";
import { parseCheckedYaml, type SourceFile } from "../edition/checked-yaml.ts";

const plan = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]*$/, {
          error: "a section's id is its file's name: small letters, digits and hyphens",
        }),
        kind: z.enum(sectionKinds),
        numbered: z.boolean().optional(),
        /** Whether it begins where the section before it ends. */
        runsOn: z.boolean().optional(),
      }),
    )
    .min(1, { error: "at least one section is expected" }),
});

/** templates/report/report.yaml: which sections the report has, in order, and how each is set. */
export type ReportPlan = z.infer<typeof plan>;

export function parseReportPlan(source: SourceFile): Outcome<ReportPlan> {
  const { value, diagnostics } = parseCheckedYaml(source, plan, {
    notReadable: catalogue.planNotReadable,
    unknownKey: catalogue.planUnknownKey,
    missingKey: catalogue.planMissingKey,
    wrongValue: catalogue.planWrongValue,
  });
  return { value, diagnostics };
}
