import type { PageAnswer } from "../catalog/answer";
import { type Channel, channelOf } from "../catalog/channels";
import { parsePage, siteOfPage } from "../catalog/page";
import type { Scope } from "../catalog/scope";
import type { StoredRule } from "../store/rules";
import { say } from "../texts/say";

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
  return text === site ? say("popup_siteWhole") : say("popup_siteOnly", { path: text.slice(site.length, -3) });
}

/** Why the page is what it is. */
export function reason({ verdict, rule }: ThisPage): string {
  if (rule?.since) return say("popup_ruleOwnSince", { rule: rule.text, day: rule.since });
  if (rule) return say("popup_ruleOwn", { rule: rule.text });
  return verdict.rule === "-" ? say("popup_ruleNone") : say("popup_ruleShipped", { rule: verdict.rule });
}

/** What a new rule has changed. */
export function changeSentence(before: ThisPage, scope: Scope, channel: string): string {
  const { site, verdict, channels } = before;
  const { label } = channels.find(({ id }) => id === channel) ?? channelOf("misc");
  const values = { site, part: scope.text.slice(0, -3), channel: label, stays: verdict.label, rule: verdict.rule };
  const isWhole = scope.text === site;
  if (!scope.decides) return say(isWhole ? "popup_ruleSiteStays" : "popup_rulePartStays", values);
  if (!scope.isKept) return say(isWhole ? "popup_ruleSiteFromToday" : "popup_rulePartFromToday", values);
  return say(isWhole ? "popup_ruleSite" : "popup_rulePart", values);
}
