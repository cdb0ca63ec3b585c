/** A `relevant` of the form, parsed. Questions are named, choices are literals. */
export type Condition =
  | { readonly kind: "all"; readonly conditions: readonly Condition[] }
  | { readonly kind: "any"; readonly conditions: readonly Condition[] }
  | { readonly kind: "not"; readonly condition: Condition }
  | { readonly kind: "selected"; readonly question: string; readonly choice: string }
  | {
      readonly kind: "compare";
      readonly question: string;
      readonly operator: "=" | "!=" | "<" | "<=" | ">" | ">=";
      readonly value: string | number;
    };
