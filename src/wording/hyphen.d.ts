declare module "hyphen/hyphen.js" {
  type Patterns = readonly unknown[];
  /** A function that puts `hyphenChar` where a word may be broken. */
  function createHyphenator(
    patterns: Patterns,
    options: {
      readonly hyphenChar: string;
      readonly html: false;
      readonly minWordLength: number;
    },
  ): (text: string) => string;
  export = createHyphenator;
}

declare module "hyphen/patterns/fr.js" {
  const patterns: readonly unknown[];
  export = patterns;
}
declare module "hyphen/patterns/nl.js" {
  const patterns: readonly unknown[];
  export = patterns;
}
declare module "hyphen/patterns/en-gb.js" {
  const patterns: readonly unknown[];
  export = patterns;
}
