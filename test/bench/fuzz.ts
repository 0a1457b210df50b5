import { properties } from "../catalog/hostile";
import type { PlainBench } from "./bench";
import type { Figure } from "./figure";

const CASES = 100_000;

/** What holds for whatever anyone visits or writes, in more cases than the tests have. Fails with the first that it does not hold for. */
export const fuzz: PlainBench = {
  name: "fuzz",
  async run() {
    return properties.flatMap(({ name, check }): Figure[] => {
      let slowestMs = 0;
      let cases = 0;
      const start = performance.now();
      check(CASES, (ms) => {
        slowestMs = Math.max(slowestMs, ms);
        cases += 1;
      });
      const seconds = (performance.now() - start) / 1000;
      return [
        { name, value: seconds, unit: "s", note: `${cases.toLocaleString("en")} cases` },
        { name: "its slowest case", value: slowestMs, unit: "ms" },
      ];
    });
  },
};
