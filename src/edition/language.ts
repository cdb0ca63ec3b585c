/** The three languages of every publication, in the order in which they are always listed. */
export const languages = ["fr", "nl", "en"] as const;

export type Language = (typeof languages)[number];

/** One value per language: the compiler refuses a text that lacks one. */
export type PerLanguage<T> = Readonly<Record<Language, T>>;

/** BCP 47 tags; en-GB on purpose, since en-BE formats numbers the Belgian way. */
export const localeTags: PerLanguage<string> = { fr: "fr-BE", nl: "nl-BE", en: "en-GB" };

export function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value);
}
