import type { BrowserBench } from "./bench";
import { type Budget, medianOf } from "./figure";
import { ask, openProbe } from "./ground";

/** A week's ratio from the day table. */
const WEEK: Budget = { limit: 5, source: "issue 3" };
const SAMPLES = 50;

/** A ratio from the day table, in a page of the extension, with classification and sums. */
export const week: BrowserBench = {
  name: "week",
  histories: { chromium: ["1 month", "5 years"], firefox: ["1 month", "5 years"] },
  async measure({ session, where }) {
    const probe = await openProbe(session);
    await ask(probe, "week", SAMPLES, "14");
    const figures = [
      medianOf(`ratio of 7 days; ${where}`, "ms", await ask(probe, "week", SAMPLES, "7"), { budget: WEEK }),
      medianOf(`ratio of 14 days; ${where}`, "ms", await ask(probe, "week", SAMPLES, "14")),
    ];
    await probe.close();
    return figures;
  },
};
