import { formatDuration } from "../words";
import { finding, nothing, type Sign } from "./sign";

/** Two minutes a day over the two weeks; less is a look, no habit. Ours. */
const MUCH_SCROLLING_MS = 30 * 60_000;

/** Of distribution: what is most of it is what it is. Ours; the meter asks for a quarter of reaching out. */
const MOST_PART = 1 / 2;

/** Below 30 minutes it is possible, however large its part. */
export const scrolling: Sign = {
  id: "scrolling",
  words: "Scrolling is not distribution",
  isQuoted: false,
  isGood: false,
  clearsWhen: "Goes when feeds are half of your distribution or less.",
  read({ totals }) {
    const { feedsMs, distributionMs } = totals;
    if (feedsMs <= distributionMs * MOST_PART) return nothing;
    const all = `your ${formatDuration(distributionMs)} of distribution in 14 days`;
    const part = feedsMs === distributionMs ? `All of ${all}` : `${formatDuration(feedsMs)} of ${all}`;
    return finding(feedsMs >= MUCH_SCROLLING_MS ? "present" : "possible", `${part} went to scrolling feeds.`);
  },
};
