import { OTHER_APPS } from "../attention/heartbeat";
import { say } from "../texts/say";
import { browserOf, browserOfBucket } from "./browsers";
import { type Bucket, readBuckets } from "./buckets";
import { isRecord } from "./checks";
import { cover, fillGaps, type Period, type Stretch, settle, within } from "./timeline";
import type { Tool } from "./tool";

/**
 * ActivityWatch: the export of all buckets or of one, `{buckets: {id: {id, type, hostname, events: [{timestamp, duration, data}]}}}`
 * (ActivityWatch/aw-server `aw_server/rest.py`, aw-server-rust `aw-server/src/endpoints/export.rs`), or one bucket by itself. Times are UTC,
 * durations seconds.
 *
 * A browser's watcher (type `web.tab.current`, data `{url, title, audible, incognito, tabCount}`) goes on when the browser is behind other
 * windows or nobody is there. So, as ActivityWatch counts (aw-client `aw_client/queries.py`): a page's time is that in which a window of
 * its browser was in front (`currentwindow`, data `{app, title}`) and the user was there (`afkstatus`, data `{status: "not-afk"}`), or the
 * page was heard. What the file does not hold restricts nothing. Time in front of other applications is other apps' time; it counts
 * only where the file says that the user was there, for windows stay in front all night.
 */
export const activitywatch: Tool = {
  id: "activitywatch",
  name: "ActivityWatch",
  files: () => say("import_files_activitywatch"),
  recognise(file) {
    if (file.kind !== "json" || !isRecord(file.value)) return false;
    const { buckets, events, type } = file.value;
    return isRecord(buckets) || Array.isArray(buckets) || (Array.isArray(events) && typeof type === "string");
  },
  parse(file, tally, checks) {
    if (file.kind !== "json") return;
    const buckets = readBuckets(file.value, tally, checks);
    const time = [...pagesTime(buckets), ...otherAppsTime(buckets)];
    for (const { start, end, what } of settle(time)) tally.addStretch(start, end, what);
  },
  sayEmpty: () => say("import_activitywatch_nothing"),
};

/** Stretches of page keys: what was seen in front of somebody. */
function pagesTime(buckets: readonly Bucket[]): Stretch<string>[] {
  const browsers = browsersOf(buckets);
  return buckets.filter(isOfPages).flatMap(({ id, host, events }) => {
    const own = browserOfBucket(id);
    // A browser without a bucket of its own may have reported into any: Chromium's relatives call themselves chrome.
    const isOwn = (app: string) => {
      const browser = browserOf(app, browsers);
      return browser !== null && (own === null || browser === own || !browsers.has(browser));
    };
    const front = cover(eventsOf(buckets, "currentwindow", host).filter(({ what }) => isOwn(what.text)));
    const seen = settle(fillGaps(events));
    const inFront = front.length > 0 ? within(seen, front) : seen;
    const there = presenceAt(buckets, host);
    // Where nothing tells what was in front, what is heard may play behind all, all night.
    const heard = front.length > 0 ? inFront.filter(({ what }) => what.isAudible) : [];
    const counted = there ? within(inFront, cover([...there, ...heard])) : inFront;
    return counted.map(({ start, end, what }) => ({ start, end, what: what.text }));
  });
}

function otherAppsTime(buckets: readonly Bucket[]): Stretch<string>[] {
  const browsers = browsersOf(buckets);
  const hosts = new Set(buckets.map(({ host }) => host));
  return [...hosts].flatMap((host) => {
    // A phone's applications are not in front of who sits at another machine.
    const own = buckets.filter((bucket) => bucket.host === host);
    const windows = eventsOf(own, "currentwindow", host);
    const others = windows.filter(({ what }) => browserOf(what.text, browsers) === null);
    return within(others, presenceAt(own, host) ?? []).map(({ start, end }) => ({ start, end, what: OTHER_APPS }));
  });
}

const isOfPages = ({ type }: Bucket) => type === "web.tab.current";

/** The browsers that have a bucket. */
function browsersOf(buckets: readonly Bucket[]): ReadonlySet<string> {
  const names = buckets.filter(isOfPages).map(({ id }) => browserOfBucket(id));
  return new Set(names.filter((name) => name !== null));
}

/** When somebody was at a machine; null when the file does not tell. */
function presenceAt(buckets: readonly Bucket[], host: string): Period[] | null {
  const events = eventsOf(buckets, "afkstatus", host);
  return events.length > 0 ? cover(events.filter(({ what }) => what.text === "not-afk")) : null;
}

/** What a machine's watchers of a type saw, as one line. Browsers do not know their machine and say "unknown": then all machines'. */
function eventsOf(buckets: readonly Bucket[], type: Bucket["type"], host: string): Bucket["events"] {
  const all = buckets.filter((bucket) => bucket.type === type);
  const own = all.filter((bucket) => bucket.host === host);
  const chosen = own.length > 0 || host !== "unknown" ? own : all;
  return settle(chosen.flatMap(({ events }) => fillGaps(events)));
}
