import type { Pen } from "../../src/exports";

export interface Written {
  text: string;
  /** Where its left and right ends are, and its baseline. */
  left: number;
  right: number;
  y: number;
  pixels: number;
  colour: string;
}

/** A point of an outline, as it was when the outline was filled or drawn. */
export interface Drawn {
  colour: string;
  alpha: number;
  corners: { x: number; y: number }[];
}

export interface RecordingPen extends Pen {
  texts: Written[];
  outlines: Drawn[];
}

/** A pen that keeps what it wrote and drew. Each letter is `letter` of the font's size wide. */
export function penOf(letter = 0.55): RecordingPen {
  const texts: Written[] = [];
  const outlines: Drawn[] = [];
  let origin = { x: 0, y: 0 };
  let corners: Drawn["corners"] = [];
  const saved: Record<string, unknown>[] = [];
  const pixels = () => Number(/ ([\d.]+)px /.exec(pen.font)?.[1]);
  const widthOf = (text: string) => [...text].length * pixels() * letter;
  const corner = (x: number, y: number) => void corners.push({ x: x + origin.x, y: y + origin.y });
  const outline = (colour: unknown) =>
    void outlines.push({ colour: String(colour), alpha: pen.globalAlpha, corners: corners.slice() });
  const gradient = () => ({ addColorStop: () => {} });
  const state = ["fillStyle", "strokeStyle", "globalAlpha", "shadowColor", "shadowBlur"] as const;

  const pen = {
    texts,
    outlines,
    fillStyle: "",
    strokeStyle: "",
    lineWidth: 1,
    lineCap: "butt",
    lineJoin: "miter",
    globalAlpha: 1,
    shadowColor: "",
    shadowBlur: 0,
    font: "",
    textAlign: "start",
    textBaseline: "alphabetic",
    direction: "ltr",
    save: () => void saved.push({ origin, ...Object.fromEntries(state.map((name) => [name, pen[name]])) }),
    restore: () => {
      const { origin: earlier, ...rest } = saved.pop() ?? {};
      origin = earlier as typeof origin;
      Object.assign(pen, rest);
    },
    translate: (x: number, y: number) => {
      origin = { x: origin.x + x, y: origin.y + y };
    },
    beginPath: () => {
      corners = [];
    },
    closePath: () => {},
    moveTo: corner,
    lineTo: corner,
    arc: (x: number, y: number, radius: number, from: number, to: number) => {
      for (const angle of [from, (from + to) / 2, to])
        corner(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    },
    fill: () => outline(pen.fillStyle),
    stroke: () => outline(pen.strokeStyle),
    fillRect: (x: number, y: number, width: number, height: number) => {
      corners = [];
      corner(x, y);
      corner(x + width, y + height);
      outline(pen.fillStyle);
    },
    measureText: (text: string) => ({ width: widthOf(text) }),
    fillText: (text: string, x: number, y: number) => {
      const toLeft = { left: 0, right: 1, center: 0.5 }[
        pen.textAlign === "start"
          ? pen.direction === "rtl"
            ? "right"
            : "left"
          : pen.textAlign === "end"
            ? pen.direction === "rtl"
              ? "left"
              : "right"
            : (pen.textAlign as "left" | "right" | "center")
      ];
      const left = x - toLeft * widthOf(text);
      texts.push({ text, left, right: left + widthOf(text), y, pixels: pixels(), colour: String(pen.fillStyle) });
    },
    createLinearGradient: gradient,
    createRadialGradient: gradient,
  };
  return pen as unknown as RecordingPen;
}
