import { localDay } from "../attention/day";

/** The local day by the browser's clock and zone. */
export function today(): string {
  const now = Date.now();
  return localDay(now, offsetAt(now));
}

/** Minutes ahead of UTC that the user's clock is, or will be, at an instant in epoch milliseconds. */
export function offsetAt(at: number): number {
  return -new Date(at).getTimezoneOffset();
}
