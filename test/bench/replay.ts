import { replay as replayTrace } from "../../src/commands/replay";
import type { PlainBench } from "./bench";
import type { Budget } from "./figure";
import { seeded } from "./life";

const REPLAY: Budget = { limit: 10, source: "issue 3" };
const LINES = 20_000;
const DAYS = 7;

/** A week's trace through the code that the background runs. */
export const replay: PlainBench = {
  name: "replay",
  async run() {
    const trace = drawTrace();
    const start = performance.now();
    const days = await replayTrace(trace);
    const seconds = (performance.now() - start) / 1000;
    if (Object.keys(days).length !== DAYS)
      throw new Error(`the trace has ${DAYS} days, replay found ${Object.keys(days)}`);
    return [{ name: `${LINES.toLocaleString("en")} lines of ${DAYS} days`, value: seconds, unit: "s", budget: REPLAY }];
  },
};

/** Days of some nine hours: many switches, some idling, some music, other apps now and then. */
function drawTrace(): string {
  const chance = seeded(1);
  const perDay = Math.ceil(LINES / DAYS);
  return Array.from({ length: LINES }, (_, i) => {
    const [day, place] = [Math.floor(i / perDay), i % perDay];
    const at = Date.UTC(2026, 2, 2 + day, 8) + place * 11_000 + Math.floor(chance() * 10_000);
    const site = Math.floor(chance() ** 2 * 40);
    return JSON.stringify({
      at: `${new Date(at + 3_600_000).toISOString().slice(0, -1)}+01:00`,
      cause: place === 0 ? "startup" : "updated",
      page: chance() < 0.3 ? `https://github.com/acme/app/pull/${i}` : `https://site-${site}.example/page/${i}`,
      focused: chance() > 0.1,
      private: false,
      presence: chance() < 0.02 ? "idle" : "active",
      audible: chance() < 0.05,
    });
  }).join("\n");
}
