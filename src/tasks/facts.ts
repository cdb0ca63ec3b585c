import { nothingFound, unknownQuestion } from "../diagnostics/catalogue/record.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean, suggest } from "../diagnostics/suggest.ts";
import type { Edition } from "../edition/edition.ts";
import { searchFacts } from "../facts/search-facts.ts";
import { municipalityQuestionName } from "../intake/municipality-question.ts";
import type { Intake } from "../intake/response.ts";
import type { Platform } from "../platform/platform.ts";
import { findEdition, type PreparedEdition, prepareEdition } from "./prepare-edition.ts";
import type { FactsRequest, FactsResult, Progress } from "./request.ts";

/** Lists the facts of an edition, all or those searched for, or what respondents wrote by themselves. */
export async function listFacts(
  request: FactsRequest,
  platform: Platform,
  progress: Progress,
): Promise<FactsResult> {
  const found = await findEdition(request, platform);
  const prepared = await prepareEdition(found, request, platform, progress);
  const { facts, otherTexts, diagnostics } =
    request.other === undefined
      ? findFacts(prepared, request.search)
      : findOtherTexts(prepared, request.other);
  return {
    edition: prepared.id,
    facts,
    otherTexts,
    diagnostics: [...prepared.diagnostics, ...diagnostics],
  };
}

type Found = Pick<FactsResult, "facts" | "otherTexts" | "diagnostics">;

function findFacts({ facts, edition }: PreparedEdition, search: string | undefined): Found {
  const nothing = { otherTexts: undefined, diagnostics: [] };
  if (!facts || search === undefined) return { ...nothing, facts: facts?.all };
  const { found, suggestions } = searchFacts(facts, search, edition?.questionnaire);
  if (found.length > 0) return { ...nothing, facts: found };
  const near = didYouMean(suggestions);
  const hints = near ? [near] : [];
  return { ...nothing, facts: [], diagnostics: [nothingFound({ words: search }, { hints })] };
}

function findOtherTexts({ edition, intake }: PreparedEdition, question: string): Found {
  const problem = edition && checkQuestion(edition, question);
  return {
    facts: undefined,
    otherTexts: problem ? undefined : intake && otherTextsOf(intake, question),
    diagnostics: problem ? [problem] : [],
  };
}

function otherTextsOf(intake: Intake, question: string): Intake["otherTexts"] {
  return intake.otherTexts.filter((text) => text.question === question);
}

function checkQuestion({ questionnaire }: Edition, typed: string): Diagnostic | undefined {
  const open = questionnaire.questions
    .filter(({ hasOther, kind }) => hasOther || kind === "text")
    .map(({ name }) => name)
    .filter((name) => name !== municipalityQuestionName);
  if (open.includes(typed)) return undefined;
  const hints = [didYouMean(suggest(typed, open)) ?? `Choose from ${open.join(", ")}.`];
  return unknownQuestion({ typed }, { hints });
}
