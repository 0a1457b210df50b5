import { askCatalog } from "../browser/ask";
import { today } from "../browser/today";
import type { PageAnswer } from "../catalog/answer";
import type { Catalog } from "../catalog/classify";
import { judgesOf } from "../catalog/judges";
import { failureId } from "../store/failure";
import { follow } from "../store/follow";
import { keysIn, type Outlooking, readOutlook, situationIn } from "../store/outlook";
import type { StoredRule } from "../store/rules";
import { type FinishedWeek, type FinishedWeekSources, finishedWeek } from "../trap/finished";
import { type Glance, glanceAt } from "../trap/glance";
import { type Outlook, outlookOf } from "../trap/outlook";
import type { Window } from "../trap/window";
import { db } from "./open";
import type { ThisPage } from "./thispage";

/** What the store holds, and what the background's rules say of it. */
interface Known extends Outlooking {
  catalog: Pick<Catalog, "classifyKey" | "channels">;
  page: PageAnswer | null;
  /** The user's rule that decides the page; null when none of theirs does. */
  rule: StoredRule | null;
}

let known: Known | null = null;

/**
 * Calls back when the store has been read, now and at every change; with a failure's id while it cannot be. `url` is the page in
 * front. The popup holds no rules: what pages are, it asks the background.
 */
export function watchStore(url: string | null, onReading: () => void, onFailure: (id: string) => void): void {
  const fail = (error: unknown) => onFailure(failureId(error));
  let asked = 0;
  const judge = async (read: Outlooking) => {
    const turn = ++asked;
    const question = { keys: keysIn(read), url };
    const answer = await askCatalog(question);
    const { verdict } = answer.page ?? {};
    const rule = verdict?.own ? ((await db.rules.get(verdict.rule)) ?? null) : null;
    // A later reading may have been answered before.
    if (turn !== asked) return;
    known = { ...read, catalog: judgesOf(question, answer), page: answer.page, rule };
    onReading();
  };
  follow(
    async () => readOutlook(await db.ready(), today()),
    (read) => void judge(read).catch(fail),
    fail,
  );
}

/** What was read last, as one look at a window; null before anything was. */
export function glance(window: Window): Glance | null {
  return known && glanceAt(known, known.catalog, known.today, window);
}

/** What was read last, as what is told beside the meter; null before anything was. */
export function outlook(): Outlook | null {
  if (!known) return null;
  const situation = situationIn(known, known.catalog, Date.now());
  return outlookOf(situation, known.dismissals, known.settings.passedOver);
}

/** The finished week that waits to be looked at, by the verdict's days; null when none does. */
export function finished(days: FinishedWeekSources["days"]): FinishedWeek | null {
  return known && finishedWeek({ ...known.settings, today: known.today, days });
}

/** What is known about the page in front; null before anything was read, and for pages on no site. */
export function thisPage(): ThisPage | null {
  if (!known?.page) return null;
  const { page, rule, settings, catalog } = known;
  return { ...page, rule, channels: catalog.channels, isRecorded: !settings.neverRecord.includes(page.site) };
}
