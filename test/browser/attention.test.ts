import { setTimeout as spend } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { localDay, rowMs } from "../../src/attention/day";
import { type Account, live, type Row } from "./scenario-table";
import { lives } from "./scenarios";
import type { BrowserName } from "./session";
import { withSession } from "./setup";
import { msByKey, readStored } from "./stored";

const short = lives.filter(({ long }) => !long);

/** What a change that is told too late or too early says of itself. */
const faults = ({ scenario, changes }: Row) =>
  changes
    .filter(({ lateMs, boundMs }) => Math.abs(lateMs) > boundMs)
    .map(({ key, lateMs, boundMs }) => `${scenario}: ${key} ${Math.round(lateMs)} ms late, bound ${boundMs}`);

/** Stretches that share a moment: time counted twice. */
function overlaps({ stored: { spans } }: Account): string[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  return ordered.flatMap((span, i) => {
    const next = ordered[i + 1];
    return next && next.start < span.end ? [`${span.key} and ${next.key} share ${span.end - next.start} ms`] : [];
  });
}

// One after the other: what a browser's start costs under the load of another one is no error of what is measured.
describe.each<BrowserName>(["chromium", "firefox"])("Attention in %s", (name) => {
  test("is stored within its bound at every change, once, and alike in spans and days", {
    timeout: 300_000,
  }, async () => {
    for (const life of short) {
      const account = await live(name, life);
      expect.soft(account.rows.flatMap(faults), life.name).toEqual([]);
      expect.soft(overlaps(account), life.name).toEqual([]);
      const { spans, days } = account.stored;
      const bySpan: Record<string, number> = {};
      for (const { key, start, end } of spans) bySpan[key] = (bySpan[key] ?? 0) + end - start;
      expect.soft(msByKey(days), life.name).toEqual(bySpan);

      const switches = account.rows.find(({ scenario }) => scenario === "another application")?.changes ?? [];
      const late = switches.reduce((sum, { lateMs }) => sum + lateMs, 0) / Math.max(1, switches.length);
      expect.soft(Math.abs(late), "mean lateness of switches to and from another application").toBeLessThan(400);
    }
  });
});

test("The local day follows the time zone under a running background in Chromium", async () => {
  await withSession("chromium", async ({ session }) => {
    const visits = [
      ["https://plausible.io/", "plausible.io", "Pacific/Kiritimati", 14 * 60],
      ["https://news.ycombinator.com/", "news.ycombinator.com", "Pacific/Pago_Pago", -11 * 60],
    ] as const;
    const tab = await session.open("https://docs.stripe.com/");
    for (const [url, , timeZone] of visits) {
      await session.travel?.(timeZone);
      await tab.goto(url);
      await spend(1500);
    }
    const page = await session.extensionPage("src/popup/popup.html");
    await page.until(() => document.querySelector('[data-site="news.ycombinator.com"]'));
    const { spans, days } = await readStored(page);
    for (const [, key, , offset] of visits) {
      const span = spans.find((one) => one.key === key);
      expect(span?.offset, key).toBe(offset);
      const row = days.find((one) => one.key === key);
      expect(row?.day, key).toBe(localDay(span?.start ?? 0, offset));
      expect(row && rowMs(row), key).toBeGreaterThan(1000);
    }
  });
});
