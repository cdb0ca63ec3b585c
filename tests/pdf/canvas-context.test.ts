import { beforeEach, describe, expect, it } from "vitest";
import { CanvasContext } from "../../src/pdf/canvas-context.ts";
import { embedFace } from "../../src/pdf/embedded-face.ts";
import { createPageContent, type PageContent } from "../../src/pdf/page-content.ts";
import { openPdfFile } from "../../src/pdf/pdfkit-adapter.ts";
import { fonts } from "./sample-document.ts";

let content: PageContent;
let canvas: CanvasContext;

beforeEach(() => {
  const file = openPdfFile({
    language: "en-GB",
    information: { CreationDate: new Date(0) },
    metadata: "",
  });
  const page = file.addPage(200, 200);
  content = createPageContent(page, (name) => embedFace(file, fonts[name]));
  canvas = new CanvasContext(content, fonts, [2, 0, 0, 2, 10, 20]);
});

describe("paths", () => {
  it("are placed by the matrix when their points are added", () => {
    canvas.beginPath();
    canvas.moveTo(1, 1);
    canvas.translate(5, 0);
    canvas.lineTo(1, 1);
    canvas.stroke();
    expect(content.text()).toBe("0 0 0 RG\n2 w\n12 22 m\n22 22 l\nS");
  });

  it("can be filled and stroked one after the other", () => {
    canvas.fillStyle = "#ff0000";
    canvas.strokeStyle = "rgb(0, 0, 255)";
    canvas.beginPath();
    canvas.rect(0, 0, 10, 5);
    canvas.fill();
    canvas.stroke();
    const path = "10 20 m\n30 20 l\n30 30 l\n10 30 l\nh";
    expect(content.text()).toBe(`1 0 0 rg\n${path}\nf\n0 0 1 RG\n2 w\n${path}\nS`);
  });

  it("hold whole circles as four curves that end where they start", () => {
    canvas.beginPath();
    canvas.arc(0, 0, 10, 0, 2 * Math.PI);
    canvas.fill();
    const lines = content.text().split("\n");
    expect(lines.filter((each) => each.endsWith(" c"))).toHaveLength(4);
    expect(lines[1]).toBe("30 20 m");
    expect(lines.at(-2)).toMatch(/ 30 20 c$/);
    // The middle of a quarter lies on the circle: handles are 0.5523 of the radius.
    expect(lines.find((each) => each.endsWith(" c"))).toBe("30 31.05 21.05 40 10 40 c");
  });

  it("turn an arc the way that is asked for", () => {
    canvas.beginPath();
    canvas.arc(0, 0, 10, 0, -Math.PI / 2, true);
    canvas.stroke();
    expect(content.text()).toContain("30 8.95 21.05 0 10 0 c");
    canvas.beginPath();
    canvas.arc(0, 0, 10, 0, -Math.PI / 2);
    canvas.fill();
    expect(content.text().match(/ c$/gm)).toHaveLength(4);
  });

  it("join an arc to the point before it", () => {
    canvas.beginPath();
    canvas.moveTo(0, 0);
    canvas.arc(0, 0, 10, 0, Math.PI / 2);
    canvas.closePath();
    canvas.fill();
    expect(content.text()).toContain("10 20 m\n30 20 l\n30 31.05 21.05 40 10 40 c\nh\nf");
  });

  it("make quadratic curves cubic", () => {
    canvas.beginPath();
    canvas.moveTo(0, 0);
    canvas.quadraticCurveTo(3, 6, 6, 0);
    canvas.stroke();
    expect(content.text()).toContain("14 28 18 28 22 20 c");
  });

  it("paint nothing while they are empty", () => {
    canvas.beginPath();
    canvas.fill();
    canvas.stroke();
    expect(content.text()).toBe("");
  });

  it("clip until the state is restored", () => {
    canvas.save();
    canvas.beginPath();
    canvas.rect(0, 0, 1, 1);
    canvas.clip();
    canvas.restore();
    expect(content.text()).toBe("q\n10 20 m\n12 20 l\n12 22 l\n10 22 l\nh\nW n\nQ");
  });

  it("clip everything away when they are empty", () => {
    canvas.beginPath();
    canvas.clip();
    expect(content.text()).toBe("0 0 0 0 re\nW n");
  });
});

describe("paint", () => {
  it("that is transparent is left out", () => {
    canvas.fillStyle = "transparent";
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = "#000000";
    canvas.globalAlpha = 0;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillText("x", 0, 0);
    expect(content.text()).toBe("");
  });

  it("multiplies the opacity of the colour and of the canvas, and is set once", () => {
    canvas.fillStyle = "rgba(255, 255, 255, 0.5)";
    canvas.globalAlpha = 0.5;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillRect(2, 0, 1, 1);
    expect(content.text().match(/gs|rg/g)).toEqual(["gs", "rg"]);
  });

  it("comes back with the state that was saved", () => {
    canvas.fillStyle = "#ff0000";
    canvas.fillRect(0, 0, 1, 1);
    canvas.save();
    canvas.fillStyle = "#00ff00";
    canvas.scale(3, 3);
    canvas.fillRect(0, 0, 1, 1);
    canvas.restore();
    canvas.fillRect(0, 0, 1, 1);
    expect(content.text().match(/.* rg|q|Q/g)).toEqual(["1 0 0 rg", "q", "0 1 0 rg", "Q"]);
    expect(canvas.fillStyle).toBe("#ff0000");
    expect(content.text().match(/10 20 m/g)).toHaveLength(3);
  });

  it("dashes lines in the canvas's own length", () => {
    canvas.setLineDash([2, 1]);
    canvas.lineDashOffset = 1;
    canvas.lineCap = "round";
    canvas.beginPath();
    canvas.moveTo(0, 0);
    canvas.lineTo(1, 0);
    canvas.stroke();
    expect(content.text()).toContain("1 J\n[4 2] 2 d");
    canvas.setLineDash(null);
    canvas.stroke();
    expect(content.text()).toContain("[] 0 d");
  });
});

describe("text", () => {
  it("stands upright in the face that its font names", () => {
    canvas.font = '600 9px "Source Sans 3", sans-serif';
    canvas.fillText("n", 1, 1);
    const [font = "", matrix = ""] = content.text().split("\n").slice(2);
    expect(font).toMatch(/^\/F\d+ 9 Tf$/);
    expect(matrix).toBe("2 0 0 -2 12 22 Tm");
    expect(content.text()).toMatch(/\[<[0-9a-f]{4}>\] TJ\nET$/);
  });

  it("is measured as the embedded face measures it", () => {
    canvas.font = 'italic 10px "Source Sans 3"';
    expect(canvas.measureText("Liège").width).toBe(fonts["text-italic"].widthPt("Liège", 10));
  });

  it.each([
    ["left", 0],
    ["center", 0.5],
    ["end", 1],
  ] as const)("aligned %s starts %d of its width before its point", (align, part) => {
    canvas.font = 'bold 10px "Source Sans 3"';
    canvas.textAlign = align;
    canvas.fillText("3,64", 50, 0);
    const [, x] = / ([\d.]+) 20 Tm/.exec(content.text()) ?? [];
    const width = fonts["text-bold"].widthPt("3,64", 10);
    expect(Number(x)).toBeCloseTo(10 + 2 * (50 - part * width), 2);
  });

  it("turns with the canvas", () => {
    canvas.font = '10px "Source Sans 3"';
    canvas.rotate(-Math.PI / 2);
    canvas.fillText("n", 0, 0);
    expect(content.text()).toContain("0 -2 -2 0 10 20 Tm");
  });
});

describe("what a page can't show is refused", () => {
  it.each([
    ["blending", () => (canvas.globalCompositeOperation = "multiply")],
    ["baselines", () => (canvas.textBaseline = "middle")],
    ["outlined text", () => canvas.strokeText()],
    [
      "gradients",
      () => {
        canvas.fillStyle = { stops: [] };
        canvas.fillRect(0, 0, 1, 1);
      },
    ],
    [
      "colours that are none",
      () => {
        canvas.fillStyle = "bleu";
        canvas.fillRect(0, 0, 1, 1);
      },
    ],
    [
      "fonts of another house",
      () => {
        canvas.font = "11px Helvetica";
        canvas.fillText("x", 0, 0);
      },
    ],
    [
      "lines stretched one way",
      () => {
        canvas.scale(1, 3);
        canvas.beginPath();
        canvas.moveTo(0, 0);
        canvas.lineTo(1, 1);
        canvas.stroke();
      },
    ],
    ["numbers that are none", () => canvas.moveTo(Number.NaN, 0)],
  ])("%s", (_, draw) => {
    expect(draw).toThrow();
  });
});
