/** How much is stored before a measurement: so many local days, of which the last is today. */
export const histories = { empty: 0, "1 month": 30, "5 years": 1826 } as const;
export type History = keyof typeof histories;

/** A heavy user's day. */
export const SITES_A_DAY = 40;
export const SPANS_A_DAY = 300;
