/**
 * Version 1, as released in 0.1.0. Frozen: a change of shape is a new file beside this one.
 *
 * - spans: `{id, key, start, end, offset, audible, elapsed}`, in the order in which they were lived.
 * - days: `{day, source, pages: [{key, hours}]}`, the answer to every ratio; written in the same transaction as the spans.
 * - stretches: `{day, longestBuildMs}`, what is left of days whose spans are no longer kept.
 * - tracker: one record, the state that the next heartbeat is merged into.
 * - trace: heartbeats as they came, with the settings that judged them; only while the user records a trace.
 * - settings: `{name, value}`; a name that is missing has its default.
 */
export const version1 = {
  spans: "++id, start",
  days: "[day+source]",
  stretches: "day",
  tracker: "",
  trace: "++id",
  settings: "name",
};
