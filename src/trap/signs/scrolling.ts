import { say } from "../../texts/say";
import { formatDuration } from "../words";
import { finding, nothing, type Sign } from "./sign";

/** Two minutes a day over the two weeks; less is a look, no habit. Ours. */
const MUCH_SCROLLING_MS = 30 * 60_000;

/** Of distribution: what is most of it is what it is. Ours; the meter asks for a quarter of reaching out. */
const MOST_PART = 1 / 2;

/** Below 30 minutes it is possible, however large its part. */
export const scrolling: Sign = {
  id: "scrolling",
  get words() {
    return say("sign_scrolling_words");
  },
  isQuoted: false,
  isGood: false,
  get clearsWhen() {
    return say("sign_scrolling_clears");
  },
  read({ totals }) {
    const { feedsMs, distributionMs } = totals;
    if (feedsMs <= distributionMs * MOST_PART) return nothing;
    const values = { feeds: formatDuration(feedsMs), all: formatDuration(distributionMs) };
    const evidence = say(feedsMs === distributionMs ? "sign_scrolling_all" : "sign_scrolling_part", values);
    return finding(feedsMs >= MUCH_SCROLLING_MS ? "present" : "possible", evidence);
  },
};
