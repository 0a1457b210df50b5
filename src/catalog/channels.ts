export type Category = "build" | "distribution" | "neutral";

export interface Channel {
  id: string;
  category: Category;
  /** What people read. */
  label: string;
}

const channelsOf = (category: Category, labels: Record<string, string>): Channel[] =>
  Object.entries(labels).map(([id, label]) => ({ id, category, label }));

/** Every kind of work, in the order in which lists show it. */
export const channels: readonly Channel[] = [
  ...channelsOf("build", {
    "code-hosting": "Code hosting",
    editor: "Editors",
    ai: "AI & agents",
    automation: "Automation",
    docs: "Docs",
    infra: "Infra",
    ci: "CI",
    database: "Databases",
    registry: "Packages",
    monitoring: "Monitoring",
    design: "Design",
    planning: "Planning",
    devtools: "Dev tools",
    local: "Local server",
  }),
  ...channelsOf("distribution", {
    social: "Social",
    feeds: "Feeds",
    community: "Communities",
    launch: "Launches",
    analytics: "Analytics",
    content: "Content",
    outreach: "Outreach",
    ads: "Ads",
    seo: "SEO",
    scheduling: "Scheduling",
    support: "Support",
    marketplace: "Stores",
  }),
  ...channelsOf("neutral", {
    mail: "Mail",
    search: "Search",
    news: "News",
    video: "Video",
    shopping: "Shopping",
    chat: "Chat",
    banking: "Banking",
    travel: "Travel",
    government: "Government",
    games: "Games",
    maps: "Maps",
    calendar: "Calendar",
    browser: "Browser pages",
    misc: "Other sites",
  }),
];

const byId = new Map(channels.map((channel) => [channel.id, channel]));

/** The channel of an id. Throws for an id that is none: ids come from our own lists. */
export function channelOf(id: string): Channel {
  const channel = byId.get(id);
  if (!channel) throw new Error(`There is no channel "${id}"`);
  return channel;
}
