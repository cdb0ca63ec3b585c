/**
 * The sRGB colour space as an ICC profile, version 2: what the colours of every page mean.
 * Primaries and white are those of IEC 61966-2-1, adapted to D50 (Bradford).
 */
export function srgbProfile(): Uint8Array {
  const curve = curveTag();
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ["desc", descriptionTag("sRGB IEC61966-2.1")],
    ["cprt", textTag("No copyright, use freely")],
    ["wtpt", xyzTag(0.9642, 1, 0.8249)],
    ["rXYZ", xyzTag(0.4360747, 0.2225045, 0.0139322)],
    ["gXYZ", xyzTag(0.3850649, 0.7168786, 0.0971045)],
    ["bXYZ", xyzTag(0.1430804, 0.0606169, 0.7141733)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const offsets = new Map<Uint8Array, number>();
  let size = headerBytes + 4 + tags.length * 12;
  for (const [, content] of tags) {
    if (offsets.has(content)) continue;
    offsets.set(content, size);
    size += content.length;
  }
  const profile = new Uint8Array(size);
  const view = new DataView(profile.buffer);
  writeHeader(view, profile);
  view.setUint32(headerBytes, tags.length);
  tags.forEach(([name, content], index) => {
    const entry = headerBytes + 4 + index * 12;
    const offset = offsets.get(content) ?? 0;
    writeAscii(profile, entry, name);
    view.setUint32(entry + 4, offset);
    view.setUint32(entry + 8, content.length);
    profile.set(content, offset);
  });
  return profile;
}

const headerBytes = 128;
const curvePoints = 1024;

function writeHeader(view: DataView, profile: Uint8Array): void {
  view.setUint32(0, profile.length);
  view.setUint32(8, 0x02100000);
  writeAscii(profile, 12, "mntrRGB XYZ ");
  // The profile's date: the day of the standard.
  [1999, 10, 18].forEach((part, index) => {
    view.setUint16(24 + index * 2, part);
  });
  writeAscii(profile, 36, "acsp");
  writeXyz(view, 68, 0.9642, 1, 0.8249);
}

function descriptionTag(text: string): Uint8Array {
  // ASCII, then empty Unicode and Macintosh descriptions (4 + 4 + 2 + 1 + 67 bytes).
  const content = new Uint8Array(padded(12 + text.length + 1 + 78));
  writeAscii(content, 0, "desc");
  new DataView(content.buffer).setUint32(8, text.length + 1);
  writeAscii(content, 12, text);
  return content;
}

function textTag(text: string): Uint8Array {
  const content = new Uint8Array(padded(8 + text.length + 1));
  writeAscii(content, 0, "text");
  writeAscii(content, 8, text);
  return content;
}

function xyzTag(x: number, y: number, z: number): Uint8Array {
  const content = new Uint8Array(20);
  writeAscii(content, 0, "XYZ ");
  writeXyz(new DataView(content.buffer), 8, x, y, z);
  return content;
}

function curveTag(): Uint8Array {
  const content = new Uint8Array(12 + curvePoints * 2);
  const view = new DataView(content.buffer);
  writeAscii(content, 0, "curv");
  view.setUint32(8, curvePoints);
  for (let index = 0; index < curvePoints; index++) {
    const encoded = index / (curvePoints - 1);
    const linear = encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + index * 2, Math.round(linear * 0xffff));
  }
  return content;
}

/** As signed numbers with 16 bits behind the point. */
function writeXyz(view: DataView, offset: number, ...values: readonly number[]): void {
  values.forEach((value, index) => {
    view.setInt32(offset + index * 4, Math.round(value * 0x10000));
  });
}

function writeAscii(bytes: Uint8Array, offset: number, text: string): void {
  for (let index = 0; index < text.length; index++) bytes[offset + index] = text.charCodeAt(index);
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
