import type { Page, Session } from "../browser/session";
import type { BrowserBench } from "./bench";
import { type Budget, medianOf } from "./figure";
import { ask, type Ground, openProbe } from "./ground";

/** From an event to the stored heartbeat and the painted icon, with the background running. */
const WARM: Budget = { limit: 10, source: "issue 3" };
const WARM_SAMPLES = 120;
const COLD_SAMPLES = 7;
/** Each takes a third of a second, and Firefox's protocol gives a question 30 s. */
const PAINTED_AT_ONCE = 20;

/** The cost of one wake-up. */
export const heartbeat: BrowserBench = {
  name: "heartbeat",
  histories: { chromium: ["1 month", "5 years"], firefox: ["1 month", "5 years"] },
  async measure(ground) {
    const { session, where } = ground;
    const probe = await openProbe(session);
    // What the user is on: two sites to go to and fro between, before the page that measures.
    const tabs = [await session.open("https://github.com/acme/app"), await session.open("https://x.com/home")];
    await ask(probe, "wakeAndPaint", PAINTED_AT_ONCE);
    const message = await ask(probe, "message", WARM_SAMPLES);
    const wake = await ask(probe, "wake", WARM_SAMPLES);
    const painted = (await samples(3, () => ask(probe, "wakeAndPaint", PAINTED_AT_ONCE))).flat();
    const switched = await samples(20, () => ask(probe, "switchTab"));
    const cold = await samples(COLD_SAMPLES, () => startCold(session, probe));
    const figures = [
      medianOf(`warm: event read, stored, icon as it was; ${where}`, "ms", wake, { budget: WARM }),
      medianOf(`warm: event read, stored, icon painted; ${where}`, "ms", painted, { budget: WARM }),
      medianOf(`of these, a message there and back; ${where}`, "ms", message),
      medianOf(`tab switched, stored, known to a page; ${where}`, "ms", switched),
      medianOf(`cold: tab switched, background started, stored; ${where}`, "ms", cold),
      ...(await partsOf(ground, probe)),
    ];
    for (const tab of [...tabs, probe]) await tab.close();
    return figures;
  },
};

async function samples<T>(count: number, take: () => Promise<T>): Promise<T[]> {
  const taken: T[] = [];
  for (let i = 0; i < count; i++) taken.push(await take());
  return taken;
}

async function startCold(session: Session, probe: Page): Promise<number> {
  await session.stopBackground();
  return ask(probe, "switchTab");
}

/** Each by itself, in a page: what to look at when the whole is too slow. Once, with the long history. */
async function partsOf({ history, where }: Ground, probe: Page) {
  if (history !== "5 years") return [];
  const parts = await ask(probe, "parts", WARM_SAMPLES);
  return Object.entries(parts).map(([name, times]) => medianOf(`part: ${name}; ${where}`, "ms", times));
}
