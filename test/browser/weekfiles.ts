import { readFile } from "node:fs/promises";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import schema from "../../public/schemas/week-1.json";
import { type DayRow, rowMs } from "../../src/attention/day";
import { siteOf } from "../../src/catalog/page";
import type { WeekDays } from "../../src/trap/week";
import type { Page, Session } from "./session";

/** The story's pages that are building. */
const building = ["github.com/acme/app", "claude.ai", "cursor.com", "docs.stripe.com", "vercel.com"];

type Hours = Record<"buildMs" | "distributionMs" | "neutralMs" | "otherAppsMs", number>;

interface WeekFile {
  generatedAt: string;
  week: WeekDays;
  totals: Hours;
  sites: { site: string; channel: string; ms: number }[];
  channels: { channel: string; ms: number }[];
  days: ({ day: string } & Hours)[];
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

/** Milliseconds by what each is called; what has no name is in none. */
function sumBy<T extends { ms: number }>(all: readonly T[], nameOf: (one: T) => string | null): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of all) {
    const name = nameOf(one);
    if (name !== null) sums[name] = (sums[name] ?? 0) + one.ms;
  }
  return sums;
}

interface Line {
  site: string;
  channel: string;
  ms: number;
}

/** The lines below the head of a CSV in which nothing had to be quoted. */
function readCsv(csv: string): Line[] {
  expect(csv).not.toContain('"');
  const [head = "", ...lines] = csv.replace(/\r\n$/, "").split("\r\n");
  expect(head).toBe("day,site,channel,label,category,ms,hours");
  return lines.map((line) => {
    const [, site = "", channel = "", , , ms, ...rest] = line.split(",");
    expect(rest).toHaveLength(1);
    return { site, channel, ms: Number(ms) };
  });
}

function expectPicture(png: Buffer): void {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(png.toString("latin1", 12, 16)).toBe("IHDR");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 675]);
}

const placeOf = ({ site, channel }: Omit<Line, "ms">) => `${site} ${channel}`;

/** The files hold what is stored of the week, to the millisecond, and say the same. */
export function expectWhole({ json, csv, png }: Files, rows: readonly DayRow[]): void {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv);
  expect(ajv.validate(schema, json), JSON.stringify(ajv.errors)).toBe(true);
  const times = rows.map((row) => ({ ...row, ms: rowMs(row) }));
  const total = (wanted: typeof times) => wanted.reduce((sum, { ms }) => sum + ms, 0);
  const { buildMs, distributionMs, neutralMs, otherAppsMs } = json.totals;
  expect(buildMs).toBe(total(times.filter(({ key, block }) => building.includes(key) && block === undefined)));
  expect(otherAppsMs).toBe(total(times.filter(({ key }) => key === "other-apps:")));
  expect(buildMs + distributionMs + neutralMs + otherAppsMs).toBe(total(times));
  const perDay = json.days.map(({ day, ...of }) => [
    day,
    of.buildMs + of.distributionMs + of.neutralMs + of.otherAppsMs,
  ]);
  expect(Object.fromEntries(perDay)).toEqual(sumBy(times, ({ day }) => day));
  expect(sumBy(json.sites, ({ site }) => site)).toEqual(sumBy(times, ({ key }) => siteOf(key)));
  expect(sumBy(readCsv(csv), placeOf)).toEqual(sumBy(json.sites, placeOf));
  expectPicture(png);
}

/** No text of them names a site, and no time is lost with the names. */
export function expectNameless({ json, md, csv, png }: Files, whole: Files, rows: readonly DayRow[]): void {
  const named = new Set(rows.map(({ key }) => siteOf(key)).filter((site) => site !== null));
  expect(named.size).toBeGreaterThan(5);
  for (const text of [JSON.stringify(json), md, csv])
    for (const name of [...named, "acme"]) expect(text.toLowerCase()).not.toContain(name);
  expect(json).toEqual({ ...whole.json, generatedAt: json.generatedAt, sites: [] });
  expect(sumBy(readCsv(csv), ({ channel }) => channel)).toEqual(sumBy(json.channels, ({ channel }) => channel));
  expect(png.equals(whole.png)).toBe(true);
}
