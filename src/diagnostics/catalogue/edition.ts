import { define } from "../diagnostic.ts";

// Which edition, and its files.

export const unknownEdition = define<{ id: string }>({
  code: "E001",
  severity: "error",
  exitCode: 2,
  message: ({ id }) => `there is no edition "${id}"`,
});

export const noEditions = define<{ folder: string }>({
  code: "E002",
  severity: "error",
  exitCode: 3,
  message: ({ folder }) => `no folder in ${folder} holds an edition.yaml`,
});

export const noEditionOfYear = define<{ year: number }>({
  code: "E003",
  severity: "error",
  exitCode: 2,
  message: ({ year }) => `there is no edition of ${year} for the whole country`,
});

export const yearContradictsEdition = define<{ year: number; id: string; editionYear: number }>({
  code: "E004",
  severity: "error",
  exitCode: 2,
  message: ({ year, id, editionYear }) => `edition "${id}" is of ${editionYear}, not of ${year}`,
});

export const severalEditions = define<{ year: number; count: number }>({
  code: "E005",
  severity: "error",
  exitCode: 2,
  message: ({ year, count }) => `${year} has ${count} editions to choose from`,
});

export const missingFile = define<{ file: string }>({
  code: "E010",
  severity: "error",
  exitCode: 3,
  message: ({ file }) => `there is no ${file}`,
});

export const fileHeldOpen = define<{ file: string }>({
  code: "E011",
  severity: "error",
  exitCode: 3,
  message: ({ file }) => `${file} is held open by another program, or may not be read`,
});

export const unreadableFile = define<{ file: string; systemCode: string }>({
  code: "E012",
  severity: "error",
  exitCode: 3,
  message: ({ file, systemCode }) => `${file} cannot be read (${systemCode})`,
});

export const emptyFile = define<{ file: string }>({
  code: "E013",
  severity: "error",
  exitCode: 3,
  message: ({ file }) => `${file} is empty`,
});

export const notAWorkbook = define<{ file: string }>({
  code: "E014",
  severity: "error",
  exitCode: 3,
  message: ({ file }) => `${file} is not an Excel workbook`,
});

export const htmlInsteadOfWorkbook = define<{ file: string }>({
  code: "E015",
  severity: "error",
  exitCode: 3,
  message: ({ file }) => `${file} is a web page that was given the name of a workbook`,
});

export const oldExcel = define<{ file: string }>({
  code: "E016",
  severity: "error",
  exitCode: 3,
  message: ({ file }) => `${file} is in an Excel format other than .xlsx`,
});

export const passwordProtected = define<{ file: string }>({
  code: "E017",
  severity: "error",
  exitCode: 3,
  message: ({ file }) => `${file} is protected by a password`,
});

export const damagedWorkbook = define<{ file: string }>({
  code: "E018",
  severity: "error",
  exitCode: 3,
  message: ({ file }) => `${file} is damaged`,
});

export const workbookTooLarge = define<{ file: string }>({
  code: "E019",
  severity: "error",
  exitCode: 3,
  message: ({ file }) => `${file} is too large to be a survey or a questionnaire`,
});

export const workbookTooSlow = define<{ file: string }>({
  code: "E020",
  severity: "error",
  exitCode: 3,
  message: ({ file }) => `${file} could not be read in time`,
});

export const notUtf8 = define<{ file: string }>({
  code: "E021",
  severity: "warning",
  message: ({ file }) => `${file} is not UTF-8; it was read as Windows-1252, which Excel writes`,
});

export const fileOutsideProject = define<{ file: string }>({
  code: "E022",
  severity: "error",
  exitCode: 2,
  message: ({ file }) => `${file} lies outside the project`,
});

// edition.yaml.

export const settingsNotReadable = define<{ problem: string }>({
  code: "E030",
  severity: "error",
  exitCode: 2,
  message: ({ problem }) => `this is not YAML: ${problem}`,
});

export const settingsUnknownKey = define<{ key: string; within: string }>({
  code: "E031",
  severity: "error",
  exitCode: 2,
  message: ({ key, within }) => `"${key}" means nothing in ${within}`,
});

export const settingsMissingKey = define<{ key: string; within: string }>({
  code: "E032",
  severity: "error",
  exitCode: 2,
  message: ({ key, within }) => `"${key}" is missing in ${within}`,
});

export const settingsWrongValue = define<{ key: string; problem: string }>({
  code: "E033",
  severity: "error",
  exitCode: 2,
  message: ({ key, problem }) => `${key}: ${problem}`,
});

export const fieldworkAfterClosing = define<{ to: string; closing: string }>({
  code: "E034",
  severity: "warning",
  message: ({ to, closing }) => `the fieldwork ends on ${to}, after closing on ${closing}`,
});

export const dateFarFromYear = define<{ key: string; date: string; year: number }>({
  code: "E035",
  severity: "warning",
  message: ({ key, date, year }) => `${key} is ${date}, far from the edition's year ${year}`,
});

// questionnaire.xlsx.

export const missingSheet = define<{ sheet: string; file: string }>({
  code: "E050",
  severity: "error",
  message: ({ sheet, file }) => `${file} has no sheet "${sheet}"`,
});

export const missingFormColumn = define<{ column: string; sheet: string }>({
  code: "E051",
  severity: "error",
  message: ({ column, sheet }) => `sheet "${sheet}" has no column "${column}"`,
});

export const missingLanguage = define<{ language: string; sheet: string }>({
  code: "E052",
  severity: "error",
  message: ({ language, sheet }) => `sheet "${sheet}" has no ${language} labels`,
});

export const missingLabel = define<{ name: string; language: string }>({
  code: "E053",
  severity: "error",
  message: ({ name, language }) => `"${name}" has no ${language} label`,
});

export const unknownType = define<{ type: string }>({
  code: "E054",
  severity: "error",
  message: ({ type }) =>
    type === "" ? "this row has no type" : `"${type}" is not a type of question`,
});

export const unsupportedType = define<{ type: string }>({
  code: "E055",
  severity: "error",
  message: ({ type }) => `questions of type "${type}" cannot be counted by the barometer`,
});

export const metadataType = define<{ type: string }>({
  code: "E056",
  severity: "warning",
  message: ({ type }) => `"${type}" only matters while answers are entered; it is left out`,
});

export const dataEntryColumn = define<{ column: string; sheet: string }>({
  code: "E057",
  severity: "warning",
  message: ({ column, sheet }) =>
    `column "${column}" of sheet "${sheet}" only matters while answers are entered; it is left out`,
});

export const unknownFormColumn = define<{ column: string; sheet: string }>({
  code: "E058",
  severity: "warning",
  message: ({ column, sheet }) =>
    `column "${column}" of sheet "${sheet}" means nothing here; it is left out`,
});

export const unsupportedColumn = define<{ column: string; sheet: string }>({
  code: "E059",
  severity: "error",
  message: ({ column, sheet }) =>
    `column "${column}" of sheet "${sheet}" changes what was asked, in a way that is not supported`,
});

export const duplicateColumn = define<{ column: string; sheet: string }>({
  code: "E060",
  severity: "error",
  message: ({ column, sheet }) => `column "${column}" stands twice in sheet "${sheet}"`,
});

export const duplicateName = define<{ name: string; row: number }>({
  code: "E061",
  severity: "error",
  message: ({ name, row }) => `the name "${name}" is taken by row ${row}`,
});

export const invalidName = define<{ name: string; problem: string }>({
  code: "E062",
  severity: "error",
  message: ({ name, problem }) =>
    name === "" ? `a name is missing: ${problem}` : `"${name}" cannot be a name: ${problem}`,
});

export const duplicateCode = define<{ code: string; row: number }>({
  code: "E063",
  severity: "error",
  message: ({ code, row }) => `the platform's code "${code}" is taken by row ${row}`,
});

export const unknownList = define<{ list: string }>({
  code: "E064",
  severity: "error",
  message: ({ list }) =>
    list === "" ? "the type names no list of choices" : `there is no list of choices "${list}"`,
});

export const unclosedGroup = define<{ name: string }>({
  code: "E065",
  severity: "error",
  message: ({ name }) => `group "${name}" is never ended`,
});

export const strayEndGroup = define<{ name: string; open: string }>({
  code: "E066",
  severity: "error",
  message: ({ name, open }) =>
    open === ""
      ? "a group is ended that was never begun"
      : `group "${name}" is ended where "${open}" is open`,
});

export const relevantNotReadable = define<{ problem: string }>({
  code: "E067",
  severity: "error",
  message: ({ problem }) => `this condition cannot be read: ${problem}`,
});

export const relevantUnknownQuestion = define<{ question: string }>({
  code: "E068",
  severity: "error",
  message: ({ question }) => `the condition asks about "${question}", which is not a question`,
});

export const relevantUnknownChoice = define<{ question: string; choice: string }>({
  code: "E069",
  severity: "error",
  message: ({ question, choice }) => `"${choice}" is not a choice of "${question}"`,
});

export const relevantLaterQuestion = define<{ question: string }>({
  code: "E070",
  severity: "error",
  message: ({ question }) => `the condition asks about "${question}", which is not asked before`,
});

export const relevantWrongComparison = define<{ question: string; problem: string }>({
  code: "E071",
  severity: "error",
  message: ({ question, problem }) => `"${question}" cannot be compared this way: ${problem}`,
});

export const wrongFormValue = define<{ column: string; value: string; expected: string }>({
  code: "E072",
  severity: "error",
  message: ({ column, value, expected }) =>
    value === ""
      ? `${column} is empty where ${expected} is expected`
      : `${column} is "${value}" where ${expected} is expected`,
});

export const matrixRowsDiffer = define<{ matrix: string; name: string; first: string }>({
  code: "E073",
  severity: "error",
  message: ({ matrix, name, first }) =>
    `"${name}" is not answered on the same scale as "${first}", though both are rows of "${matrix}"`,
});

export const groupInMatrix = define<{ matrix: string; name: string }>({
  code: "E074",
  severity: "error",
  message: ({ matrix, name }) => `group "${name}" stands inside "${matrix}", which is a matrix`,
});

export const noMunicipality = define<{ file: string }>({
  code: "E075",
  severity: "error",
  message: ({ file }) => `${file} has no text question named "municipality"`,
});

export const reservedChoice = define<{ list: string; question: string }>({
  code: "E076",
  severity: "error",
  message: ({ list, question }) =>
    `list "${list}" has a choice "other", but "${question}" adds one of its own (or_other)`,
});

export const errorInForm = define<{ error: string }>({
  code: "E077",
  severity: "error",
  message: ({ error }) => `this cell holds an error: ${error}`,
});

export const unusedSheet = define<{ sheet: string }>({
  code: "E078",
  severity: "warning",
  message: ({ sheet }) => `sheet "${sheet}" means nothing here; it is left out`,
});

// Register, ledger, published figures.

export const tableNotReadable = define<{ problem: string }>({
  code: "E080",
  severity: "error",
  message: ({ problem }) => `this table cannot be read: ${problem}`,
});

export const unknownTableColumn = define<{ column: string }>({
  code: "E081",
  severity: "error",
  message: ({ column }) =>
    column === "" ? "a column has no heading" : `a column "${column}" is not known here`,
});

export const missingTableColumn = define<{ column: string }>({
  code: "E082",
  severity: "error",
  message: ({ column }) => `the heading has no column "${column}"`,
});

export const wrongFieldCount = define<{ found: number; expected: number }>({
  code: "E083",
  severity: "error",
  message: ({ found, expected }) => `this line has ${found} fields instead of ${expected}`,
});

export const wrongTableValue = define<{ column: string; value: string; expected: string }>({
  code: "E084",
  severity: "error",
  message: ({ column, value, expected }) =>
    value === ""
      ? `${column} is empty where ${expected} is expected`
      : `${column} is "${value}" where ${expected} is expected`,
});

export const needlessTableValue = define<{ column: string; action: string }>({
  code: "E085",
  severity: "error",
  message: ({ column, action }) => `${column} must be empty where the action is "${action}"`,
});

export const correctionChangesNothing = define<{ value: string }>({
  code: "E086",
  severity: "error",
  message: ({ value }) => `was and now are both "${value}"`,
});

export const duplicateMunicipality = define<{ nis: string; line: number }>({
  code: "E087",
  severity: "error",
  message: ({ nis, line }) => `municipality ${nis} stands on line ${line} already`,
});

export const emptyTerritory = define<{ territory: string }>({
  code: "E088",
  severity: "error",
  exitCode: 2,
  message: ({ territory }) => `no municipality of the register lies in ${territory}`,
});

// Map.

export const mapNotReadable = define<{ problem: string }>({
  code: "E090",
  severity: "error",
  message: ({ problem }) => `this map cannot be read: ${problem}`,
});

export const mapLacksObject = define<{ wanted: string }>({
  code: "E091",
  severity: "error",
  message: ({ wanted }) => `this map has no object ${wanted}`,
});

export const mapLacksAreas = define<{ object: string; codes: readonly string[] }>({
  code: "E092",
  severity: "error",
  message: ({ object, codes }) =>
    `this map's ${object} lack ${codes.slice(0, 3).join(", ")}${codes.length > 3 ? ` and ${codes.length - 3} more` : ""}`,
});

export const mapNotInDegrees = define<{ point: string }>({
  code: "E093",
  severity: "error",
  message: ({ point }) =>
    `this map has a point at ${point}, which are no degrees of longitude and latitude in Belgium`,
});

export const specimensLeft = define<{ keys: readonly string[] }>({
  code: "E089",
  severity: "note",
  message: ({ keys }) =>
    `${keys.join(", ")} ${keys.length === 1 ? "is a specimen" : "are specimens"}, standing in for the real thing`,
});
