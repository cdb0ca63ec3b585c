import { expect, it } from "vitest";
import { srgbProfile } from "../../src/pdf/srgb-profile.ts";

const profile = Buffer.from(srgbProfile());

/** The content of a tag, by the profile's own table. */
function tag(name: string): Buffer {
  for (let entry = 132; entry < 132 + profile.readUInt32BE(128) * 12; entry += 12) {
    if (profile.toString("latin1", entry, entry + 4) !== name) continue;
    const offset = profile.readUInt32BE(entry + 4);
    return profile.subarray(offset, offset + profile.readUInt32BE(entry + 8));
  }
  throw new Error(`no tag ${name}`);
}

it("is a version 2 display profile for RGB that knows its own length", () => {
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.readUInt8(8)).toBe(2);
  expect(profile.toString("latin1", 12, 24)).toBe("mntrRGB XYZ ");
  expect(profile.toString("latin1", 36, 40)).toBe("acsp");
});

it("adds its primaries up to the white of the connection space", () => {
  for (const [index, white] of [0.9642, 1, 0.8249].entries()) {
    const sum = ["rXYZ", "gXYZ", "bXYZ"]
      .map((name) => tag(name).readInt32BE(8 + index * 4) / 0x10000)
      .reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(white, 3);
  }
});

it("follows the curve of sRGB: middle grey is 21.4 % of the light", () => {
  const curve = tag("gTRC");
  const points = curve.readUInt32BE(8);
  const at = (share: number) =>
    curve.readUInt16BE(12 + Math.round(share * (points - 1)) * 2) / 65535;
  expect(at(0)).toBe(0);
  expect(at(0.5)).toBeCloseTo(0.214, 2);
  expect(at(1)).toBe(1);
});

it("names itself", () => {
  expect(tag("desc").toString("latin1", 12, 29)).toBe("sRGB IEC61966-2.1");
});
