/**
 * Version 3, as released in 0.3.0. Frozen: a change of shape is a new file beside this one. Beside the tables of version 2:
 *
 * - imports: `{id, tool, filename, at, first, last, days, ms}`, files of other tools. Their days stand in `days` with the source
 *   `import:<id>`; hour 24 holds time of which only the day is known.
 */
export const version3 = {
  imports: "++id",
};
