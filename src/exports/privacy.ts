import { compareText } from "../trap/totals";
import type { SiteDay, Week } from "../trap/week";

/**
 * The week without the names of sites, for any format: channels and days keep all their time. Titles of moves, channels of the user's
 * own and what signs say name no site that was recorded, and stay.
 */
export function withoutSites(week: Week): Week {
  const byChannel = new Map<string, SiteDay>();
  for (const { day, channel, category, label, ms } of week.siteDays) {
    const place = `${day} ${channel} ${category}`;
    const known = byChannel.get(place);
    byChannel.set(place, { day, site: "", channel, category, label, ms: ms + (known?.ms ?? 0) });
  }
  const siteDays = [...byChannel.values()].sort(
    (a, b) => compareText(a.day, b.day) || b.ms - a.ms || compareText(a.channel, b.channel),
  );
  return { ...week, sites: [], siteDays };
}
