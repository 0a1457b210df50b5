import { type Checks, type Fields, isRecord } from "./checks";
import { MOST_DAY_MS, type Tally } from "./tally";
import type { Stretch } from "./timeline";

/** The buckets that tell of attention; the others' events may be anything. */
const types = ["web.tab.current", "currentwindow", "afkstatus"] as const;
type BucketType = (typeof types)[number];

/** Events of one of ActivityWatch's watchers, of what could have been lived. */
export interface Bucket {
  id: string;
  type: BucketType;
  /** The machine; "unknown" where the watcher does not know it. */
  host: string;
  events: Stretch<Seen>[];
}

export interface Seen {
  /** A page key, an application's name or a status, after the bucket's type. */
  text: string;
  isAudible: boolean;
}

/** Reads an export. Counts events that cannot be used; throws a ForeignError for what is no export. */
export function readBuckets(value: unknown, tally: Tally, checks: Checks): Bucket[] {
  const whole = checks.record(value, "{}");
  return listOf(whole, checks).flatMap(([id, item]) => {
    const bucket = checks.record(item, `buckets[${JSON.stringify(id)}]`);
    const type = types.find((one) => one === bucket.type);
    if (!type) return [];
    const field = `${id}.events`;
    const events = checks.list(bucket.events ?? [], field).flatMap((event, index) => {
      const read = readEvent(type, checks.record(event, `${field}[${index}]`), `${field}[${index}]`, tally, checks);
      return read ? [read] : [];
    });
    return [{ id, type, host: typeof bucket.hostname === "string" ? bucket.hostname : "unknown", events }];
  });
}

/** Buckets by id; as a list, as the published schema has them (aw-core `aw_core/schemas/export.json`); or one by itself. */
function listOf(whole: Fields, checks: Checks): [id: string, bucket: unknown][] {
  const { buckets } = whole;
  if (buckets === undefined) return [[idOf(whole), whole]];
  if (Array.isArray(buckets)) return buckets.map((bucket) => [idOf(bucket), bucket]);
  return Object.entries(checks.record(buckets, "buckets"));
}

function idOf(bucket: unknown): string {
  return isRecord(bucket) && typeof bucket.id === "string" ? bucket.id : "";
}

const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i;

function readEvent(type: BucketType, event: Fields, field: string, tally: Tally, checks: Checks): Stretch<Seen> | null {
  const timestamp = checks.text(event.timestamp, `${field}.timestamp`);
  const seconds = checks.number(event.duration, `${field}.duration`);
  const what = readData(type, checks.record(event.data, `${field}.data`), `${field}.data`, tally, checks);
  const zone = ISO.exec(timestamp);
  // ActivityWatch takes an instant without a zone for UTC.
  const start = zone ? Date.parse(zone[1] ? timestamp : `${timestamp}Z`) : Number.NaN;
  const ms = Math.round(seconds * 1000);
  if (!what) return null;
  if (Number.isNaN(start)) tally.skip("noDay");
  else if (ms < 0) tally.skip("wrongTime");
  // Nobody looks at one thing for longer than a day; but one can be there, or away, for long.
  else if (type !== "afkstatus" && ms > MOST_DAY_MS) tally.skip("tooLong");
  else if (tally.isLived(start)) return { start, end: start + ms, what };
  return null;
}

/** What was seen; null, and counted, where nothing can be said of it. */
function readData(type: BucketType, data: Fields, field: string, tally: Tally, checks: Checks): Seen | null {
  if (type === "afkstatus") return { text: checks.text(data.status, `${field}.status`), isAudible: false };
  if (type === "currentwindow") return { text: checks.text(data.app ?? "", `${field}.app`), isAudible: false };
  if (data.incognito === true) {
    tally.skip("private");
    return null;
  }
  const key = tally.keyOf(checks.text(data.url ?? "", `${field}.url`));
  return key === null ? null : { text: key, isAudible: data.audible === true };
}
