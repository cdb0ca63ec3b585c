export function measurePairs(bytes: Uint8Array): {
  readonly id: string;
  readonly pairs: {
    readonly signs: string;
    readonly added: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly joined: readonly string[];
  };
};
