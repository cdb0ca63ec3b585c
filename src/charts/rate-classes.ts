/** Steps between classes, in percentage points. */
const steps = [1, 2, 5, 10, 20, 25, 50];
const mostLimits = 3;

/**
 * Limits between classes of rates at round percentages, at most three: [0.2, 0.3] makes "under 20 %",
 * "20 to 30 %" and "30 % or more". None where all rates are alike.
 *
 * @param rates From 0 to 1.
 */
export function rateClassLimits(rates: readonly number[]): readonly number[] {
  const percents = rates.map(printedPercent);
  const [least, most] = [Math.min(...percents), Math.max(...percents)];
  for (const step of steps) {
    const limits: number[] = [];
    for (let limit = Math.floor(least / step) * step + step; limit <= most; limit += step) {
      limits.push(limit / 100);
    }
    if (limits.length <= mostLimits) return limits;
  }
  return [];
}

/** 0 for rates under the first limit. A rate is in the class that its printed value is in. */
export function rateClass(rate: number, limits: readonly number[]): number {
  return limits.filter((limit) => printedPercent(rate) >= printedPercent(limit)).length;
}

/** The class of 19.6 % is that of the "20 %" which stands beside the map. */
function printedPercent(rate: number): number {
  return Math.round(rate * 100);
}
