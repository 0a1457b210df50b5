import { localDay } from "../attention/day";

/** The local day by the browser's clock and zone. */
export function today(): string {
  const now = new Date();
  return localDay(now.getTime(), -now.getTimezoneOffset());
}
