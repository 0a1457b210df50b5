import type { Session, Tab } from "../browser/session";
import type { BrowserBench } from "./bench";
import { type Budget, type Figure, medianOf } from "./figure";
import { paintPages } from "./pages";
import { openOnce, ratioOfMedians } from "./paint";

/** Of the first picture with its numbers, against an empty page's in the same run. */
const RATIO: Budget = { limit: 3, source: "issue 6" };
const RANGE: Budget = { limit: 100, source: "issue 6" };
const LONGEST_TASK: Budget = { limit: 50, source: "issue 6" };
const PAIRS = 9;
const CHANGES = 20;

/** What people see of years: the dashboard's first picture, another range of days, and whether it ever stalls. */
export const dashboard: BrowserBench = {
  name: "dashboard",
  histories: { chromium: ["5 years"], firefox: ["5 years"] },
  async measure({ session, where }) {
    const [page, empty, range]: [number[], number[], number[]] = [[], [], []];
    // The first pair, cold, is not counted.
    for (let pair = 0; pair <= PAIRS; pair++) {
      const { contentfulMs: emptyMs } = await openOnce(session, paintPages.empty);
      // The first contentful paint is the navigation's: the numbers come after it.
      const { drawnMs } = await openOnce(session, paintPages.dashboard);
      const rangeMs = await openRange(session);
      if (pair === 0) continue;
      page.push(drawnMs);
      range.push(rangeMs);
      empty.push(emptyMs);
    }
    const tab = await session.extensionPage(paintPages.dashboard);
    try {
      const changes = await changeRanges(tab);
      const longest = await longestTask(tab);
      return [
        medianOf(`dashboard's first picture with its numbers; ${where}`, "ms", page),
        { ...ratioOfMedians(page, empty, where), budget: RATIO, note: "by the first task after the numbers' frame" },
        medianOf(`its three months' numbers; ${where}`, "ms", range),
        medianOf(`another range, until the second frame after it; ${where}`, "ms", changes, { budget: RANGE }),
        ...longest.map(
          (value): Figure => ({ name: `longest task; ${where}`, value, unit: "ms", budget: LONGEST_TASK }),
        ),
      ];
    } finally {
      await tab.close();
    }
  },
};

/** Milliseconds until a look at three months is there. */
async function openRange(session: Session): Promise<number> {
  const tab = await session.extensionPage(paintPages.dashboard);
  try {
    return await tab.evaluate(async () => {
      while (!document.querySelector("[data-overview]")) await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now();
    });
  } finally {
    await tab.close();
  }
}

/** Looks at everything first, which waits for all days to be read, and then to and fro. */
async function changeRanges(tab: Tab): Promise<number[]> {
  await tab.until(() => document.querySelector("[data-overview]"));
  const changes = await tab.evaluate(async (count: number) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const shown = () => document.querySelector<HTMLElement>("[data-overview]")?.dataset.buildMs;
    const look = async (range: string) => {
      const before = shown();
      const start = performance.now();
      document.querySelector<HTMLInputElement>(`.choice input[value="${range}"]`)?.click();
      while (shown() === before || shown() === undefined) await frame();
      await frame();
      return performance.now() - start;
    };
    await look("all");
    const times: number[] = [];
    for (let i = 0; i < count; i++) times.push(await look(["28", "365", "91", "all"][i % 4] ?? ""));
    return times;
  }, CHANGES);
  return changes;
}

/** Of what is over 50 ms the longest, 0 where nothing is; nothing where the browser does not tell. */
function longestTask(tab: Tab): Promise<number[]> {
  return tab.evaluate(() => {
    if (!PerformanceObserver.supportedEntryTypes.includes("longtask")) return [];
    const { longTasks } = globalThis as unknown as { longTasks: number[] };
    return [Math.max(0, ...longTasks)];
  });
}
