import { addDays } from "../attention/day";
import { announceChange } from "../browser/announce";
import { saveFile } from "../browser/save";
import { today } from "../browser/today";
import type { Catalog } from "../catalog/classify";
import { parsePage, siteOfPage } from "../catalog/page";
import { offeredScope, type Scope, scopesOf } from "../catalog/scope";
import { type WeekFormat, weekFormats } from "../exports";
import { Database } from "../store/database";
import { failureId } from "../store/failure";
import { follow, type Reading, readDays, readSpans } from "../store/read";
import { addRules, createCatalogs } from "../store/rules";
import { type Glance, glanceAt } from "../trap/glance";
import { standardsOf } from "../trap/standards";
import { summarize, weekOf } from "../trap/week";
import { firstDay, type Window } from "../trap/window";
import type { ThisPage } from "./thispage";

export { removeRule } from "../store/rules";
export { resetSetting, writeSetting } from "../store/settings";

export const db = new Database();
const catalogOf = createCatalogs(db);

/** What the store holds, and the rules that judge it. */
let known: (Reading & { catalog: Catalog }) | null = null;

/** Calls back when the store has been read, now and at every change; with a failure's id while it cannot be. */
export function watchStore(onReading: () => void, onFailure: (id: string) => void): void {
  follow(
    async () => {
      const reading = await readDays(await db.ready(), firstDay("14", today()), today());
      return { ...reading, catalog: await catalogOf(reading.settings) };
    },
    (value) => {
      known = value;
      onReading();
    },
    (error) => onFailure(failureId(error)),
  );
}

/** What was read last, as one look at a window; null before anything was. */
export function glance(window: Window): Glance | null {
  return known && glanceAt(known, known.catalog, today(), window);
}

/** What is known about the page at a URL; null before anything was read, and for pages on no site. */
export async function pageAt(url: string): Promise<ThisPage | null> {
  const page = parsePage(url);
  if (!page || !known) return null;
  const { classify, keyOf, channels } = known.catalog;
  const verdict = classify(url);
  const scopes = scopesOf(page, verdict, keyOf);
  const offered = offeredScope(scopes);
  if (!offered) return null;
  const rule = verdict.own ? ((await db.rules.get(verdict.rule)) ?? null) : null;
  return { site: siteOfPage(page), verdict, rule, scopes, offered, channels };
}

/** Makes a rule of the user's. Where sections were not told apart so far, it holds from today. */
export async function makeRule({ text, isKept }: Scope, channel: string): Promise<void> {
  await addRules(db, { rules: [{ text, channel, since: isKept ? null : today() }], channels: [] });
}

/** Saves the current week as a file, and says the file's name. */
export async function exportWeek(format: WeekFormat): Promise<string> {
  // The week is up to now, not up to the last heartbeat.
  await announceChange();
  const week = weekOf(today());
  const [{ days, settings, blocks }, spans] = await Promise.all([
    readDays(db, addDays(week.start, -7), today()),
    readSpans(db, week.start, week.end),
  ]);
  const summary = summarize(week, {
    rows: days,
    spans,
    standards: standardsOf(settings, blocks, await catalogOf(settings)),
    today: today(),
    now: Date.now(),
  });
  const file = weekFormats[format].make(summary);
  saveFile(file);
  return file.filename;
}
