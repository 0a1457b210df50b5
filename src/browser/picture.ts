import type { Pen } from "../exports";
import { cardName, cardSize, drawCard } from "../exports/card";
import type { Week } from "../trap/week";
import type { SavedFile } from "./save";

/** The week's picture, to be saved. Throws as `paintPng` does. */
export function weekPicture(week: Week): SavedFile {
  const content = paintPng(cardSize.width, cardSize.height, (pen) => drawCard(pen, week));
  return { filename: cardName(week), mime: "image/png", content };
}

/**
 * Paints a picture of so many pixels and gives it as PNG. Throws where the browser has no memory for a canvas. In one go: after a click
 * Chromium lets the ways that promise a blob wait for seconds, and a popup may be closed by then.
 */
function paintPng(width: number, height: number, draw: (pen: Pen) => void): Blob {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser paints no pictures");
  draw(pen);
  const [, bytes = ""] = canvas.toDataURL("image/png").split(",");
  return new Blob([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))], { type: "image/png" });
}
