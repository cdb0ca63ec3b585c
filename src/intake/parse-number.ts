/** Digits with a decimal point or comma, as LimeSurvey and a Belgian keyboard write them. */
const decimalNumber = /^[+-]?\d+(?:[.,]\d+)?$/;
/** "1.500" or "1,500": one and a half, or fifteen hundred? */
const thousandsOrDecimals = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * The number a text stands for, or undefined where it is none or where it could be two numbers: "63,5" and "63.5"
 * are 63.5, "1.500" is refused.
 */
export function parseNumber(text: string): number | undefined {
  if (!decimalNumber.test(text) || thousandsOrDecimals.test(text)) return undefined;
  return Number(text.replace(",", "."));
}
