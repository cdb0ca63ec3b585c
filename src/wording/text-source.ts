/** A text file as it was read, with the path that messages name. */
export interface TextSource {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly source: string;
}
