import type { PageAnswer } from "../catalog/answer";
import { type Channel, channelOf } from "../catalog/channels";
import { parsePage, siteOfPage } from "../catalog/page";
import type { Scope } from "../catalog/scope";
import type { StoredRule } from "../store/rules";

/** The page that the popup was opened over: what it is, why, and what can be said about it instead. */
export interface ThisPage extends PageAnswer {
  /** The user's rule that decides it; null when a rule of ours does, or none. */
  rule: StoredRule | null;
  channels: readonly Channel[];
  /** Whether the site may leave a trace. */
  isRecorded: boolean;
}

/** The site of a URL; null when it is on none. */
export function siteOfUrl(url: string | null): string | null {
  const page = url === null ? null : parsePage(url);
  return page && !page.host.endsWith(":") ? siteOfPage(page) : null;
}

/** What a scope is called where its site stands beside it. */
export function scopeOption({ text }: Scope, site: string): string {
  return text === site ? "the whole site" : `only ${text.slice(site.length, -3)}`;
}

/** What a scope is called in a sentence. */
function scopeName({ text }: Scope, site: string): string {
  return text === site ? `All of ${site}` : text.slice(0, -3);
}

/** Why the page is what it is. */
export function reason({ verdict, rule }: ThisPage): string {
  if (rule) return rule.since ? `Your rule ${rule.text}, since ${rule.since}.` : `Your rule ${rule.text}.`;
  return verdict.rule === "-" ? "No rule knows it yet." : `By the rule ${verdict.rule}.`;
}

/** What a new rule has changed. */
export function changeSentence(before: ThisPage, scope: Scope, channel: string): string {
  const { label } = before.channels.find(({ id }) => id === channel) ?? channelOf("misc");
  const changed = `${scopeName(scope, before.site)} is ${label} now`;
  if (!scope.decides)
    return `${changed}. This page stays ${before.verdict.label}: the rule ${before.verdict.rule} knows it better.`;
  return scope.isKept
    ? `${changed}, its past too.`
    : `${changed}, from today on: until now its time was kept for ${before.site} as a whole.`;
}
