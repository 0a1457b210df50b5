import browser, { type Action } from "webextension-polyfill";
import type { Face } from "../trap/face";
import { drawIcon, iconSizes } from "./icon";

export interface Toolbar {
  /** Shows a face: only what of it is not shown yet. */
  paint(face: Face): Promise<void>;
}

/** Dark on every tile, so that the figure stands apart from the dial it covers. */
const BADGE_COLOUR = "#161b28";

export function createToolbar(): Toolbar {
  let shown: Partial<Face> = {};
  return {
    async paint(face) {
      const { zone, needle, target, tooltip, badge } = shown;
      const work: Promise<void>[] = [];
      if (zone === undefined) {
        work.push(browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR }));
        work.push(browser.action.setBadgeTextColor({ color: "#ffffff" }));
      }
      if (face.tooltip !== tooltip) work.push(browser.action.setTitle({ title: face.tooltip }));
      if (face.badge !== badge) work.push(browser.action.setBadgeText({ text: face.badge }));
      // Last: Firefox draws it before it answers anything that comes after.
      if (face.zone !== zone || face.needle !== needle || face.target !== target)
        work.push(browser.action.setIcon({ imageData: picturesOf(face) }));
      shown = face;
      await Promise.all(work);
    },
  };
}

function picturesOf(face: Face): Record<string, Action.ImageDataType> {
  const pictures = iconSizes.map((size) => [size, pictureOf(face, size)]);
  return Object.fromEntries(pictures) as Record<string, Action.ImageDataType>;
}

const pens = new Map<number, OffscreenCanvasRenderingContext2D>();

function pictureOf(face: Face, size: number): ImageData {
  const pen = pens.get(size) ?? new OffscreenCanvas(size, size).getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("There is no canvas for the icon");
  pens.set(size, pen);
  drawIcon(pen, size, face);
  return pen.getImageData(0, 0, size, size);
}
