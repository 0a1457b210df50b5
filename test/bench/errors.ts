import { deafness } from "../browser/scenario-sound";
import { errorTable, type Row } from "../browser/scenario-table";
import type { BrowserName } from "../browser/session";
import type { PlainBench } from "./bench";
import type { Figure } from "./figure";

const folders = { chromium: "chrome", firefox: "firefox" } as const;

/** From so many minutes on, the scenarios that take minutes are lived too. */
const LONG_MINUTES = 5;

/** How far the worst change of each scenario is off in real browsers, beside what it may be. */
export const errors: PlainBench = {
  name: "errors",
  needsBrowser: true,
  async run({ builds, minutes }) {
    const figures: Figure[] = [];
    for (const browser of ["chromium", "firefox"] satisfies BrowserName[]) {
      const extension = builds.shipped[folders[browser]];
      const rows = await errorTable(browser, { long: minutes >= LONG_MINUTES, extension });
      figures.push(...rows.map(figureOf));
      const unheard = deafness(browser);
      if (unheard) figures.push({ name: `sound; ${browser}`, value: 0, unit: "", note: `left out: ${unheard}` });
    }
    return figures;
  },
};

function figureOf({ scenario, browser, truth, counted, error, bound }: Row): Figure {
  return {
    name: `${scenario}; ${browser}`,
    value: Math.abs(error),
    unit: "s",
    budget: { limit: bound, source: "2-attention" },
    note: `truth ${truth.toFixed(2)} s, counted ${counted.toFixed(2)} s`,
  };
}
