/** Everything that can be made; edition.yaml names what an edition wants of it. */
export const publicationNames = ["report"] as const;

export type PublicationName = (typeof publicationNames)[number];
