import { say, sayCount, type TextName } from "../../texts/say";
import type { Situation } from "../situation";
import { type Move, placeOf } from "./move";
import { type Bearings, type Done, doneOf, type OutcomeKind, standingOf, takeBearings } from "./standing";

/** A channel as something that one does. */
const doings: Record<string, TextName> = {
  outreach: "move_doing_outreach",
  support: "move_doing_support",
  community: "move_doing_community",
  social: "move_doing_social",
  launch: "move_doing_launch",
  marketplace: "move_doing_marketplace",
  content: "move_doing_content",
  seo: "move_doing_seo",
  ads: "move_doing_ads",
  analytics: "move_doing_analytics",
};

const risenAfter: Record<OutcomeKind, TextName> = {
  visitors: "move_reason_visitorsAfter",
  users: "move_reason_usersAfter",
  customers: "move_reason_customersAfter",
};

const beforeFirst: Record<string, TextName> = {
  outreach: "move_before_conversations",
  support: "move_before_conversations",
  community: "move_before_whereTheyTalk",
  social: "move_before_whereTheyTalk",
  launch: "move_before_launchOnce",
  marketplace: "move_before_storePage",
  content: "move_before_pagesTakeMonths",
  seo: "move_before_pagesTakeMonths",
  analytics: "move_before_anybody",
};

const afterFirst: Record<string, TextName> = {
  outreach: "move_after_introduction",
  support: "move_after_thoseYouHave",
  community: "move_after_story",
  social: "move_after_story",
  launch: "move_after_spokenFor",
  marketplace: "move_after_storePage",
  content: "move_after_theirWords",
  seo: "move_after_theirWords",
  ads: "move_after_worth",
  analytics: "move_after_whereFrom",
};

/** Why this move now, or why not: one short clause without a full stop, in the user's language. */
export function explain(move: Move, situation: Situation): string {
  const bearings = takeBearings(situation);
  const done = doneOf(move, situation);
  const standing = standingOf(move, done, bearings);
  if (standing === "spent") return say("move_rest_spent");
  if (standing === "resting") return restOf(done);
  if (standing === "foreign") return say("move_rest_foreign", { place: placeOf(move) });
  if (standing === "early") return say("move_rest_early");
  return reasonFor(move, bearings);
}

function reasonFor(move: Move, { footholds, scrolledSites, mostReached, hasCustomer }: Bearings): string {
  const risen = footholds.get(move.channel);
  if (risen) return say(risenAfter[risen], { doing: say(doings[move.channel] ?? "move_doing_else") });
  if (scrolledSites.size > 0 && !scrolledSites.has(placeOf(move))) return say("move_reason_awayFromFeeds");
  if (hasCustomer && mostReached === move.channel) return say("move_reason_reachedMost");
  return say((hasCustomer ? afterFirst : beforeFirst)[move.channel] ?? "move_reason_oneTest");
}

function restOf({ ahead, daysAgo }: Done): string {
  if (ahead === "running") return say("move_rest_running");
  if (ahead === "planned") return say("move_rest_planned");
  if (daysAgo === 0) return say("move_rest_today");
  if (daysAgo === 1) return say("move_rest_yesterday");
  return sayCount("move_rest_daysAgo", daysAgo ?? 0);
}
