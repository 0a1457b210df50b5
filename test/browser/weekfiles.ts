import { readFile } from "node:fs/promises";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import schema from "../../public/schemas/week-1.json";
import { type DayRow, rowMs } from "../../src/attention/day";
import { siteOf } from "../../src/catalog/page";
import type { WeekDays } from "../../src/trap/week";
import type { Page, Session } from "./session";

/** What the story's pages outside of blocks are. */
const building = ["github.com/acme/app", "claude.ai", "cursor.com", "docs.stripe.com", "vercel.com"];

interface WeekFile {
  generatedAt: string;
  week: WeekDays;
  totals: Record<string, number>;
  sites: { site: string; channel: string; ms: number }[];
  channels: { channel: string; ms: number }[];
  days: { day: string; buildMs: number; distributionMs: number; neutralMs: number; otherAppsMs: number }[];
}

/** A week as its four files. */
export interface Files {
  json: WeekFile;
  md: string;
  csv: string;
  png: Buffer;
}

/** Saves a week in all formats, with a button for each. */
export async function saveAll(session: Session, page: Page, { start }: WeekDays): Promise<Files> {
  const save = async (format: string) => {
    const saved = session.downloads.wait(new RegExp(`^factory-trap-week-${start}.*\\.${format}$`));
    await page.click(`[data-export="week-${format}"]`);
    return readFile(await saved);
  };
  const json = JSON.parse((await save("json")).toString());
  return { json, md: `${await save("md")}`, csv: `${await save("csv")}`, png: await save("png") };
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, n) => total + n, 0);

/** Sums, each under its name. */
function sumBy<T>(all: readonly T[], nameOf: (one: T) => string | null, msOf: (one: T) => number) {
  const sums: Record<string, number> = {};
  for (const one of all) {
    const name = nameOf(one);
    if (name !== null) sums[name] = (sums[name] ?? 0) + msOf(one);
  }
  return sums;
}

/** The records below the head of a CSV without quotes, by column. */
function readCsv(csv: string): Record<string, string>[] {
  expect(csv).not.toContain('"');
  const [head = [], ...records] = csv
    .replace(/\r\n$/, "")
    .split("\r\n")
    .map((line) => line.split(","));
  return records.map((cells) => {
    expect(cells).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ""]));
  });
}

function expectPicture(png: Buffer): void {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(png.toString("latin1", 12, 16)).toBe("IHDR");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 675]);
}

/** The files hold what is stored of the week, to the millisecond, and say the same. */
export function expectWhole({ json, csv, png }: Files, rows: readonly DayRow[]): void {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv);
  expect(ajv.validate(schema, json), JSON.stringify(ajv.errors)).toBe(true);
  const build = rows.filter(({ key, block }) => building.includes(key) && block === undefined);
  const otherApps = rows.filter(({ key }) => key === "other-apps:");
  const { buildMs, distributionMs, neutralMs, otherAppsMs } = json.totals as Record<string, number>;
  expect({ buildMs, otherAppsMs }).toEqual({ buildMs: sum(build.map(rowMs)), otherAppsMs: sum(otherApps.map(rowMs)) });
  expect(sum([buildMs, distributionMs, neutralMs, otherAppsMs] as number[])).toBe(sum(rows.map(rowMs)));
  const perDay = Object.fromEntries(
    json.days.map(({ day, ...of }) => [day, of.buildMs + of.distributionMs + of.neutralMs + of.otherAppsMs]),
  );
  expect(perDay).toEqual(sumBy(rows, ({ day }) => day, rowMs));
  const bySite = sumBy(rows, ({ key }) => siteOf(key), rowMs);
  expect(
    sumBy(
      json.sites,
      ({ site }) => site,
      ({ ms }) => ms,
    ),
  ).toEqual(bySite);
  const lines = readCsv(csv);
  expect(
    sumBy(
      lines,
      ({ site, channel }) => `${site} ${channel}`,
      ({ ms }) => Number(ms),
    ),
  ).toEqual(
    sumBy(
      json.sites,
      ({ site, channel }) => `${site} ${channel}`,
      ({ ms }) => ms,
    ),
  );
  expectPicture(png);
}

/** No text of them names a site, and no time is lost with the names. */
export function expectNameless({ json, md, csv, png }: Files, whole: Files, rows: readonly DayRow[]): void {
  const named = new Set(rows.map(({ key }) => siteOf(key)).filter((site) => site !== null));
  expect(named.size).toBeGreaterThan(5);
  for (const text of [JSON.stringify(json), md, csv]) {
    for (const site of named) expect(text.toLowerCase()).not.toContain(site);
    expect(text).not.toContain("acme");
  }
  expect(json).toEqual({ ...whole.json, generatedAt: json.generatedAt, sites: [] });
  expect(
    sumBy(
      readCsv(csv),
      ({ channel }) => channel ?? "",
      ({ ms }) => Number(ms),
    ),
  ).toEqual(
    sumBy(
      json.channels,
      ({ channel }) => channel,
      ({ ms }) => ms,
    ),
  );
  expect(png.equals(whole.png)).toBe(true);
}
