import { create } from "fontkit";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const accented = "ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŒàâäçèéêëîïôöùûüÿœñáíóúß";
const others = "0123456789 \u00A0\u202F.,;:!?'’‘“”«»()[]-–—…/%&+=<>≤≥×−†•·€°@#*_→";
const signs = [...letters, ...accented, ...others];

/**
 * How each sign of a face stands before each other one.
 *
 * @returns `id` names the face, `pairs` holds for it: the signs it covers; by first sign, what is added to its advance
 *   before a second one, in units of the face, where that isn't nothing; and the pairs that change each other's form.
 */
export function measurePairs(bytes) {
  const font = create(bytes);
  const shape = (text) => {
    const run = font.layout(text);
    return run.glyphs.map(({ id, advanceWidth }, index) => ({
      id,
      natural: advanceWidth,
      advance: run.positions[index]?.xAdvance ?? advanceWidth,
    }));
  };
  // Those that stand alone as the face has them: none becomes another glyph.
  const covered = signs.filter((sign) => {
    const codePoint = sign.codePointAt(0);
    if (!font.hasGlyphForCodePoint(codePoint)) return false;
    const [glyph, another] = shape(sign);
    const plain = font.glyphForCodePoint(codePoint);
    return another === undefined && glyph.id === plain.id && glyph.advance === plain.advanceWidth;
  });
  const alone = new Map(covered.map((sign) => [sign, shape(sign)]));
  const added = {};
  const joined = [];
  for (const sign of covered) {
    for (const next of covered) {
      const [first, second, more] = shape(sign + next);
      const isPlain =
        more === undefined &&
        first?.id === alone.get(sign)?.[0]?.id &&
        second?.id === alone.get(next)?.[0]?.id &&
        second?.advance === second?.natural;
      if (!isPlain) joined.push(sign + next);
      else if (first.advance !== first.natural) {
        added[sign] ??= {};
        added[sign][next] = first.advance - first.natural;
      }
    }
  }
  return { id: faceId(font), pairs: { signs: covered.join(""), added, joined } };
}

/** The checksum that a font file carries over all of itself. */
function faceId(font) {
  return `${font.postscriptName} ${font.head.checkSumAdjustment}`;
}
