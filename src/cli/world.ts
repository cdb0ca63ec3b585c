import type { Platform } from "../platform/platform.ts";

/** A stream that the program writes to. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
}

/** Everything that a run of the program meets: `start` takes it from the machine, tests make it up. */
export interface World {
  readonly platform: Platform;
  /** Results. */
  readonly stdout: Output;
  /** Messages and progress. */
  readonly stderr: Output;
  /** Absolute path of the folder the command was typed in. */
  readonly workingFolder: string;
  readonly installation: Installation;
  /** Registers what to do when the user interrupts; it returns what to tell the user. */
  readonly whenInterrupted: (cleanUp: () => Promise<string>) => void;
}

/** Where the program's own parts lie. */
export interface Installation {
  /** Absolute path. */
  readonly shippedTemplates: string;
  readonly workbookWorker: URL | undefined;
}
