import type { Pen } from "../exports";

/** Paints a picture of so many pixels and gives it as PNG. Rejects where the browser has no memory or no leave for a canvas. */
export async function paintPng(width: number, height: number, draw: (pen: Pen) => void): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser paints no pictures");
  draw(pen);
  return canvas.convertToBlob({ type: "image/png" });
}
