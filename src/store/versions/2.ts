/**
 * Version 2, as released in 0.2.0. Frozen: a change of shape is a new file beside this one. Beside the tables of version 1:
 *
 * - rules: `{text, channel, since}`, the user's rules, each pattern in its one spelling; `since` is the first local day whose keys
 *   tell the rule's section apart, null where all do.
 * - channels: `{id, label, category}`, channels of the user's own.
 */
export const version2 = {
  rules: "text",
  channels: "id",
};
