import type { Session } from "../browser/session";
import type { BrowserBench } from "./bench";
import { type Budget, type Figure, medianOf } from "./figure";
import { paintPages } from "./pages";

/** Of the popup's first picture with its numbers, against an empty page's in the same run. */
const RATIO: Budget = { limit: 1.5, source: "issue 3" };
const PAIRS = 40;

/** What a page with pages.ts' watcher says, milliseconds since it began to be opened. */
export interface Painted {
  /** The browser's own "first contentful paint". */
  contentfulMs: number;
  /** The element with `data-zone` was there. */
  foundMs: number;
  /** The second frame after it was there. */
  framesMs: number;
  /** The first task after the frame that it is in was drawn: nearest to its paint where that is not the page's first. */
  drawnMs: number;
}

/** From opening the popup to its first picture with numbers, beside an empty page of the same extension. */
export const paint: BrowserBench = {
  name: "paint",
  histories: { chromium: ["empty", "1 month", "5 years"], firefox: ["empty", "5 years"] },
  async measure({ session, where }) {
    const popup: number[] = [];
    const empty: number[] = [];
    let isExact = true;
    // The first pair, cold, is not counted.
    for (let pair = 0; pair <= PAIRS; pair++) {
      for (const [page, times] of [
        [paintPages.empty, empty],
        [paintPages.popup, popup],
      ] as const) {
        const { contentfulMs, foundMs, framesMs } = await openOnce(session, page);
        const holdsNumbers = foundMs <= contentfulMs;
        if (page === paintPages.popup) isExact &&= holdsNumbers;
        if (pair > 0) times.push(page === paintPages.empty || holdsNumbers ? contentfulMs : framesMs);
      }
    }
    return [
      medianOf(`popup's first picture with its numbers; ${where}`, "ms", popup),
      medianOf(`empty page's first picture; ${where}`, "ms", empty),
      ratioOf(popup, empty, where, isExact ? "by first contentful paint" : "by the second frame after the numbers"),
    ];
  },
};

function ratioOf(popup: number[], empty: number[], where: string, note: string): Figure {
  return { ...ratioOfMedians(popup, empty, where), budget: RATIO, note };
}

/** What a page takes, in so many times an empty one. */
export function ratioOfMedians(page: number[], empty: number[], where: string): Figure {
  const ratio = medianOf("", "×", page).value / medianOf("", "×", empty).value;
  return { name: `ratio of these medians; ${where}`, value: ratio, unit: "×" };
}

export async function openOnce(session: Session, path: string): Promise<Painted> {
  const tab = await session.extensionPage(path);
  try {
    return await tab.evaluate(() => (globalThis as unknown as { painted: Promise<Painted> }).painted);
  } finally {
    await tab.close();
  }
}
