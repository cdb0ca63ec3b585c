/** The library that makes pixels has no program for this machine, or it was not installed. */
export class RasteriserMissing extends Error {
  constructor(cause: unknown) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    super(`@resvg/resvg-js can't be loaded (${problem.split("\n")[0]})`, { cause });
    this.name = "RasteriserMissing";
  }
}

/**
 * SVG → PNG. The library is a program for each kind of machine, outside of the bundle: loaded only where there is
 * something to draw.
 */
export async function rasterise(svg: string): Promise<Uint8Array> {
  const { Resvg } = await load();
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false }, logLevel: "off" });
  return new Uint8Array(drawn.render().asPng());
}

async function load(): Promise<typeof import("@resvg/resvg-js")> {
  try {
    return await import("@resvg/resvg-js");
  } catch (error) {
    throw new RasteriserMissing(error);
  }
}
