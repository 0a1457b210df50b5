import type { Situation } from "../situation";
import { type Move, placeOf } from "./move";
import { type Bearings, type Done, doneOf, type OutcomeKind, standingOf, takeBearings } from "./standing";

/** A channel as something that one does. */
const doings: Record<string, string> = {
  outreach: "you wrote to people",
  support: "you wrote to users",
  community: "you took part in a community",
  social: "you posted",
  launch: "you launched",
  marketplace: "you worked on your store page",
  content: "you published",
  seo: "you worked on search",
  ads: "you advertised",
  analytics: "you looked at your numbers",
};

const numbers: Record<OutcomeKind, string> = {
  visitors: "more visitors came",
  users: "more users came",
  customers: "more customers came",
};

const beforeFirst: Record<string, string> = {
  outreach: "before a first customer, conversations beat launches",
  support: "before a first customer, conversations beat launches",
  community: "before a first customer, go where people already talk",
  social: "before a first customer, go where people already talk",
  launch: "a launch brings strangers once, so have a few conversations first",
  marketplace: "your store page is the first thing that strangers see",
  content: "pages take months to be found, so begin once you know your users' words",
  seo: "pages take months to be found, so begin once you know your users' words",
  analytics: "it tells whether anybody came",
};

const afterFirst: Record<string, string> = {
  outreach: "with a first customer, the next is often one introduction away",
  support: "with a first customer, those you have come before those you lack",
  community: "with a first customer, you have a story that others with the problem want to hear",
  social: "with a first customer, you have a story that others with the problem want to hear",
  launch: "with a first customer, a launch has somebody to vouch for it",
  marketplace: "with a first customer, your store page can say what people get",
  content: "with a first customer, their words can bring the next",
  seo: "with a first customer, their words can bring the next",
  ads: "with a first customer, you know what another is worth",
  analytics: "with a first customer, know where the next came from",
};

/** Why this move now, or why not: one short clause, to follow a colon or to stand under the title. */
export function explain(move: Move, situation: Situation): string {
  const bearings = takeBearings(situation);
  const done = doneOf(move, situation);
  const standing = standingOf(move, done, bearings);
  if (standing === "spent") return "done already, and a place takes one launch";
  if (standing === "resting") return restOf(done);
  if (standing === "foreign") return `for those who are on ${placeOf(move)} already`;
  if (standing === "early") return "for later, because it needs a first customer";
  return reasonFor(move, bearings);
}

function reasonFor(move: Move, { footholds, scrolledSites, mostReached, hasCustomer }: Bearings): string {
  const risen = footholds.get(move.channel);
  if (risen) return `${numbers[risen]} after ${doings[move.channel] ?? "it"}, so stay with what works`;
  if (scrolledSites.size > 0 && !scrolledSites.has(placeOf(move))) return "it is away from the feeds that you scroll";
  if (hasCustomer && mostReached === move.channel) return "you reach out there most already";
  return (hasCustomer ? afterFirst : beforeFirst)[move.channel] ?? "every channel is worth one small test";
}

function restOf({ ahead, daysAgo }: Done): string {
  if (ahead === "running") return "it is running";
  if (ahead === "planned") return "it is planned already";
  if (daysAgo === 0) return "done today";
  return daysAgo === 1 ? "done yesterday" : `done ${daysAgo} days ago`;
}
