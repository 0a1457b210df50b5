/**
 * Version 2, as released in 0.2.0. Frozen: a change of shape is a new file beside this one. Beside the tables of version 1:
 *
 * - rules: `{text, channel, since}`, the user's rules, each pattern in its one spelling; `since` is the first local day whose keys
 *   tell the rule's section apart, null where all do.
 * - channels: `{id, label, category}`, channels of the user's own.
 * - blocks: `{id, move, title, channel, project, minutes, plan, moved, from, day, until, outcome}`, what is planned, runs and was done.
 *   Spans and pages of days have the `block` that ran as a property, where one did.
 * - facts: `{id, at, day, project, kind, value}`, what the user told about the outcome, the oldest first.
 * - dismissals: `{id, sign, at, day, reason}`, signs that the user called untrue.
 */
export const version2 = {
  rules: "text",
  channels: "id",
  blocks: "++id, until",
  facts: "++id",
  dismissals: "++id",
};
