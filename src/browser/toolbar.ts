import browser, { type Action } from "webextension-polyfill";
import type { Face } from "../trap/face";
import { drawIcon, iconSizes } from "./icon";

export interface Toolbar {
  /** Shows a face; does nothing when it is the one that is shown. */
  paint(face: Face): Promise<void>;
}

/** Dark on every tile, so that the figure stands apart from the dial it covers. */
const BADGE_COLOUR = "#161b28";

export function createToolbar(): Toolbar {
  let shown = "";
  return {
    async paint(face) {
      const wanted = JSON.stringify(face);
      if (wanted === shown) return;
      shown = wanted;
      await Promise.all([
        browser.action.setIcon({ imageData: picturesOf(face) }),
        browser.action.setTitle({ title: face.tooltip }),
        browser.action.setBadgeText({ text: face.badge }),
        browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR }),
        browser.action.setBadgeTextColor({ color: "#ffffff" }),
      ]);
    },
  };
}

function picturesOf(face: Face): Record<string, Action.ImageDataType> {
  const pictures = iconSizes.map((size) => {
    const pen = new OffscreenCanvas(size, size).getContext("2d");
    if (!pen) throw new Error("The browser gives no canvas to draw the icon on");
    drawIcon(pen, size, face);
    return [size, pen.getImageData(0, 0, size, size)];
  });
  return Object.fromEntries(pictures) as Record<string, Action.ImageDataType>;
}
