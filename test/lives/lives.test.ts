import { describe, expect, test } from "vitest";
import { replay } from "../../src/commands/replay";
import { compare } from "./compared";
import { allowLosses } from "./loss";
import { seeded } from "./random";
import { tellTruth } from "./truth";
import { watch } from "./watcher";
import { type Fate, liveWeek } from "./week";

/** Weeks of either kind; `LIVES=200 npm test -- unit` lives more of them. */
const LIVES = Number(process.env.LIVES ?? 6);
const PATIENCE = 60_000;

async function live(seed: number, fate: Fate) {
  const life = liveWeek(seed, fate);
  const { text, seen } = watch(life, seeded(seed));
  return { lines: seen.length, ...compare(await replay(text), tellTruth(life), allowLosses(life, seen)) };
}

const seeds = Array.from({ length: LIVES }, (_, i) => i + 1);

describe.each<Fate>(["calm", "rough"])("a %s week", (fate) => {
  test.each(seeds)(
    "of seed %i is replayed within a second per site and day, and 0.05 % in sum",
    async (seed) => {
      const { worst, worstPlace, sum, truth, allowed, lines } = await live(seed, fate);
      if (process.env.LIVES) console.log(JSON.stringify({ fate, seed, worst, sum, truth, allowed, lines }));
      expect(worst, worstPlace).toBeLessThanOrEqual(1);
      expect(sum).toBeLessThanOrEqual(truth * 0.0005);
      // A truth that holds next to nothing, or that allows much, would prove nothing.
      expect(truth).toBeGreaterThan(3600 * 10);
      expect(allowed).toBeLessThanOrEqual(fate === "calm" ? 0 : truth * 0.05);
    },
    PATIENCE,
  );
});
