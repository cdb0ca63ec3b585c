import { type Diagnostic, hasErrors, type Outcome } from "../diagnostics/diagnostic.ts";
import { keepDiagnostics } from "../diagnostics/keep-diagnostics.ts";
import type { Edition } from "../edition/edition.ts";
import { chooseEdition, type FoundEdition, findEditions } from "../edition/find-editions.ts";
import { readEdition } from "../edition/read-edition.ts";
import type { ProjectFile } from "../edition/read-project-file.ts";
import { readWorkbookFile } from "../edition/read-workbook-file.ts";
import { affectedFacts } from "../facts/affected-facts.ts";
import { computeFacts } from "../facts/compute-facts.ts";
import type { Facts } from "../facts/fact.ts";
import type { Intake } from "../intake/response.ts";
import { takeIn } from "../intake/take-in.ts";
import type { Platform } from "../platform/platform.ts";
import { openWorkbookReader } from "../workbook/open-workbook-reader.ts";
import type { Workbook } from "../workbook/workbook.ts";
import type { EditionRequest, Progress } from "./request.ts";

/** How far an edition came: what is undefined could not be made, and the diagnostics say why. */
export interface PreparedEdition {
  /** Its id; undefined when none was found. */
  readonly id: string | undefined;
  readonly edition: Edition | undefined;
  readonly intake: Intake | undefined;
  /** Undefined while errors stand: a figure that rests on a faulty cell must not be seen. */
  readonly facts: Facts | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the edition that is asked for among those of the project. */
export async function findEdition(
  { project, edition, year }: EditionRequest,
  platform: Platform,
): Promise<Outcome<FoundEdition>> {
  return chooseEdition(await findEditions(project, platform), { edition, year });
}

/**
 * From the project's files to the facts of one edition: the first half of every task.
 *
 *   edition → intake → facts
 *
 * @param found What `findEdition` found; without an edition nothing is prepared.
 */
export async function prepareEdition(
  found: Outcome<FoundEdition>,
  request: EditionRequest,
  platform: Platform,
  progress: Progress,
): Promise<PreparedEdition> {
  const diagnostics: Diagnostic[] = [...found.diagnostics];
  const keep = keepDiagnostics(diagnostics);
  const stopped = (partial: Partial<PreparedEdition>): PreparedEdition => ({
    id: undefined,
    edition: undefined,
    intake: undefined,
    facts: undefined,
    ...partial,
    diagnostics,
  });
  if (!found.value) return stopped({});
  const { id } = found.value;
  const { project, workbookWorker } = request;
  const workbooks = openWorkbookReader({ worker: workbookWorker });
  const opening: Promise<Outcome<Workbook>>[] = [];
  const onSurveyNamed = (survey: ProjectFile) => {
    const next = `Export the responses from the survey platform and save them as ${survey.file}.`;
    opening.push(readWorkbookFile(survey, platform, workbooks, next));
    // Where the edition can't be read, nobody waits for its survey.
    opening[0]?.catch(() => undefined);
  };
  try {
    const edition = await progress.stage(
      "read",
      async () => {
        const asked = { project, edition: id, platform, workbooks, onSurveyNamed };
        return keep(await readEdition(asked));
      },
      (read) =>
        read
          ? `edition ${id}: ${read.questionnaire.questions.length} questions, ${read.population.length} municipalities, ${read.ledger.lines.length} corrections`
          : "",
    );
    // On a questionnaire with errors every answer to what it lacks would look wrong.
    if (!edition || hasErrors(diagnostics)) return stopped({ id, edition });
    const survey = await progress.stage(
      "open",
      async () => {
        const [survey] = await Promise.all(opening);
        return survey && keep(survey);
      },
      (workbook) => (workbook ? edition.survey.file : ""),
    );
    if (!survey) return stopped({ id, edition });
    const intake = await progress.stage(
      "take in",
      () => keep(takeIn({ edition, workbook: survey, factsAffected: affectedFacts(edition) })),
      (taken) => (taken ? `${taken.counts.kept} of ${taken.counts.read} responses` : ""),
    );
    if (!intake || hasErrors(diagnostics)) return stopped({ id, edition, intake });
    const facts = await progress.stage(
      "compute",
      () => keep(computeFacts({ edition, intake })),
      (computed) => (computed ? `${computed.all.length} facts` : ""),
    );
    return stopped({ id, edition, intake, facts });
  } finally {
    await workbooks.close();
  }
}
