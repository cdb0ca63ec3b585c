import { define } from "../diagnostic.ts";

/** The command line, the lock, and what a build writes and replaces. */

export const noProject = define<{ readonly folder: string }>({
  code: "R001",
  severity: "error",
  exitCode: 2,
  message: ({ folder }) => `no project in ${folder}: there is no data/ in it`,
});

export const unknownLanguage = define<{ readonly typed: string }>({
  code: "R002",
  severity: "error",
  exitCode: 2,
  message: ({ typed }) => `there is no language "${typed}"`,
});

export const unknownPublication = define<{ readonly typed: string }>({
  code: "R003",
  severity: "error",
  exitCode: 2,
  message: ({ typed }) => `there is no publication "${typed}"`,
});

export const wrongUsage = define<{ readonly message: string }>({
  code: "R004",
  severity: "error",
  exitCode: 2,
  message: ({ message }) => message,
});

export const locked = define<{ readonly holder: string }>({
  code: "R005",
  severity: "error",
  exitCode: 4,
  message: ({ holder }) => `another build holds the lock: ${holder}`,
});

export const outputInUse = define<{ readonly path: string; readonly systemCode: string }>({
  code: "R006",
  severity: "error",
  exitCode: 4,
  message: ({ path, systemCode }) => `${path} can't be replaced (${systemCode})`,
});

export const diskFull = define<{ readonly path: string }>({
  code: "R007",
  severity: "error",
  exitCode: 4,
  message: ({ path }) => `the disk is full: ${path} can't be written`,
});

export const cannotWrite = define<{ readonly path: string; readonly systemCode: string }>({
  code: "R008",
  severity: "error",
  exitCode: 4,
  message: ({ path, systemCode }) => `${path} can't be written (${systemCode})`,
});

export const cannotRead = define<{ readonly path: string; readonly systemCode: string }>({
  code: "R009",
  severity: "error",
  exitCode: 3,
  message: ({ path, systemCode }) => `${path} can't be read (${systemCode})`,
});

export const unreadableManifest = define<{ readonly file: string }>({
  code: "R010",
  severity: "warning",
  message: ({ file }) => `${file} can't be understood: nothing is known about the last build`,
});

export const placesNotKept = define<{ readonly file: string; readonly systemCode: string }>({
  code: "R011",
  severity: "warning",
  message: ({ file, systemCode }) =>
    `${file} can't be written (${systemCode}): messages won't name the pages of this build`,
});

export const interruptedBuildFinished = define<{ readonly folder: string }>({
  code: "R012",
  severity: "note",
  message: ({ folder }) => `the build before was interrupted while it replaced ${folder}; finished`,
});

export const interruptedBuildUndone = define<{ readonly folder: string }>({
  code: "R013",
  severity: "note",
  message: ({ folder }) => `the build before was interrupted; ${folder} is as it was`,
});

export const nothingFound = define<{ readonly words: string }>({
  code: "R014",
  severity: "note",
  message: ({ words }) => `no figure holds "${words}"`,
});

export const unknownQuestion = define<{ readonly typed: string }>({
  code: "R015",
  severity: "error",
  exitCode: 2,
  message: ({ typed }) =>
    `there is no question "${typed}" that lets respondents write their own answer`,
});

export const picturesNotKept = define<{ readonly folder: string; readonly systemCode: string }>({
  code: "R016",
  severity: "note",
  message: ({ folder, systemCode }) =>
    `${folder} can't be changed (${systemCode}): the pictures of what doesn't fit are not those of this run`,
});

export const picturesNotDrawn = define<{ readonly problem: string }>({
  code: "R017",
  severity: "note",
  message: ({ problem }) => `no picture of what doesn't fit can be drawn here: ${problem}`,
});

export const unknownArea = define<{ readonly typed: string }>({
  code: "R018",
  severity: "error",
  exitCode: 2,
  message: ({ typed }) => `check knows no "${typed}"`,
});
