import type { Display } from "./display";
import type { BrowserName, Page } from "./session";
import { poll } from "./wait";
import type { Area } from "./xserver";

/** Where the toolbar's right end is on the screen. */
export const toolbars: Record<BrowserName, Area> = {
  chromium: { x: 880, y: 44, width: 320, height: 40 },
  firefox: { x: 920, y: 70, width: 320, height: 42 },
};

interface Face {
  badge: string;
  title: string;
}

/** What the toolbar button shows, as the extension is told. */
export function readToolbar(page: Page): Promise<Face> {
  return page.evaluate(async () => {
    const { action } = (
      globalThis as unknown as {
        chrome: { action: Record<"getBadgeText" | "getTitle", (of: object) => Promise<string>> };
      }
    ).chrome;
    return { badge: await action.getBadgeText({}), title: await action.getTitle({}) };
  });
}

/** The toolbar is repainted by the background, a moment after the store has changed. */
export function untilBadge(page: Page, badge: RegExp, limit?: number): Promise<Face> {
  return poll(
    `the badge to be like ${badge}`,
    async () => {
      const face = await readToolbar(page);
      return badge.test(face.badge) ? face : null;
    },
    limit,
  );
}

/** So many pixels of a 16-pixel icon are its tile's, with dial, needle and badge over it. */
const TILE_PIXELS = 20;

/** Waits until the icon on the screen has a tile of a colour, `#rrggbb`: what was told is painted a moment later. */
export async function untilTile(display: Display, name: BrowserName, colour: string): Promise<void> {
  const wanted = Buffer.from(colour.slice(1), "hex").reverse();
  await poll(`an icon of ${colour}`, async () => {
    const { data } = await display.pixels(toolbars[name]);
    let found = 0;
    for (let i = 0; i < data.length; i += 4)
      if (wanted.every((part, j) => Math.abs(part - (data[i + j] ?? 0)) <= 2)) found += 1;
    return found >= TILE_PIXELS;
  });
}
