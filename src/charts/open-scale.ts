/** Where a value stands across a chart, in points. */
export type Scale = (value: number) => number;

/** Spreads values from `least` to `greatest` evenly from `left` to `right`. */
export function openScale(limits: {
  readonly least: number;
  readonly greatest: number;
  readonly left: number;
  readonly right: number;
}): Scale {
  const { least, greatest, left, right } = limits;
  const perUnit = greatest > least ? (right - left) / (greatest - least) : 0;
  return (value) => left + (value - least) * perUnit;
}
