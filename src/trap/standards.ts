import { UNKNOWN_HOUR, weekday } from "../attention/day";
import type { Catalog, Verdict } from "../catalog/classify";
import type { Block } from "./block";

/** Hours of the week that do not count: a day job looks like a trap. */
export interface OffHours {
  /** Days of the week, 1 Monday … 7 Sunday. */
  days: readonly number[];
  /** Local hours 0–24; `until` is not part of it. Over midnight where it is not after `from`. */
  from: number;
  until: number;
}

/** What the user has said of how their time is to be judged. */
export interface Preferences {
  /** Whether other apps are where the user builds; null until they have said. */
  otherApps: "build" | "apart" | null;
  /** The share of distribution that is aimed at, 0.2–0.6. */
  target: number;
  /** Whether scrolling feeds is distribution; else it is neutral. */
  feedsCount: boolean;
  offHours: readonly OffHours[];
}

/** All that time is judged by. */
export interface Standards {
  classify(key: string): Verdict;
  preferences: Preferences;
  /** Channels that the time of blocks counts for, by their ids. */
  blockChannels: ReadonlyMap<number, Pick<Verdict, "channel" | "label">>;
}

/** The standards of a catalog and a user, for time in which the given blocks ran. */
export function standardsOf(
  preferences: Preferences,
  blocks: readonly Block[],
  catalog: Pick<Catalog, "classifyKey" | "channels">,
): Standards {
  const labels = new Map(catalog.channels.map(({ id, label }) => [id, label]));
  const blockChannels = new Map(
    blocks.map(({ id, channel }) => [id, { channel, label: labels.get(channel) ?? channel }]),
  );
  return { classify: catalog.classifyKey, preferences, blockChannels };
}

/** Time that the user declares to have spent away from the computer is kept under this page key, with the block that it was for. */
export const DECLARED = "declared:";

/** Whether a local hour (0–23) of a local day does not count. Time of which only the day is known always does. */
export function isOff(offHours: readonly OffHours[], day: string, hour: number): boolean {
  if (hour === UNKNOWN_HOUR) return false;
  return offHours.some(({ days, from, until }) => {
    const hasDay = (n: number) => days.includes(n);
    const today = weekday(day);
    if (from < until) return hasDay(today) && hour >= from && hour < until;
    const yesterday = today === 1 ? 7 : today - 1;
    return (hasDay(today) && hour >= from) || (hasDay(yesterday) && hour < until);
  });
}

/** What a page's time is. */
export interface Judged extends Pick<Verdict, "category" | "channel" | "label"> {
  /** Whether it counts as reaching out because a block ran. */
  inBlock: boolean;
}

/**
 * What a page's time is, in a block or not. In a block all of it reaches somebody, whatever the page, but for feeds and automation;
 * pages of other distribution keep their own channel.
 */
export function judge({ classify, preferences, blockChannels }: Standards, key: string, block?: number): Judged {
  const { category, channel, label } = classify(key);
  const spent = block === undefined ? undefined : blockChannels.get(block);
  if (spent && channel !== "feeds" && channel !== "automation") {
    const keepsOwn = category === "distribution" && channel !== "analytics";
    return { category: "distribution", ...(keepsOwn ? { channel, label } : spent), inBlock: true };
  }
  const isLeftOut = channel === "feeds" && !preferences.feedsCount;
  return { category: isLeftOut ? "neutral" : category, channel, label, inBlock: false };
}
