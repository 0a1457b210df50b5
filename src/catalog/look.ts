import type { Category } from "./channels";

/** How a channel is drawn. Its label always stands beside: neither colour nor icon carries meaning alone (WCAG 2.2, 1.4.1). */
export interface Look {
  /** `#rrggbb` on the light theme's paper. */
  light: string;
  /** `#rrggbb` on the dark theme's paper. */
  dark: string;
  /** SVG path data in a 16 x 16 box, to be stroked 1.5 wide with round caps and joins, and not filled. */
  icon: string;
}

interface Shade extends Omit<Look, "icon"> {
  channels: string[];
}

const shade = (light: string, dark: string, channels: string): Shade => ({
  light,
  dark,
  channels: channels.split(" "),
});

/**
 * Every category has its own hues in a few steps; channels that often fill the same day, or are neighbours in lists, stand on
 * different ones. The first step is the category's own: build's is the theme's, distribution's as well, but lighter where the theme's has to be text.
 * All stand out from paper and surface by at least 3:1 (WCAG 2.2, 1.4.11), and differ from each other by a CIEDE2000 of at least
 * 8, also to protan, deutan and tritan eyes (Machado 2009; tritan also as in Brettel 1997). Half of all people notice 8 in a mark
 * of 12 px at arm's length (Stone, Szafir & Setlur 2014, for lightness: 5.08 + 0.75 / 0.26°). Build differs from distribution by
 * 10, except in Brettel's tritan eyes, to which the theme's indigo and green themselves are 8.3 apart.
 */
const shades: Record<Category, [Shade, ...Shade[]]> = {
  build: [
    shade("#4854cf", "#8f9bff", "code-hosting registry devtools"),
    shade("#8e66a7", "#b79acc", "ai"),
    shade("#4e89f9", "#abc7f8", "docs ci monitoring"),
    shade("#54316c", "#8a64a5", "infra design"),
    shade("#2f0ca5", "#5b61d7", "editor automation planning"),
    shade("#714e90", "#a075d0", "local database"),
  ],
  distribution: [
    shade("#0b8a66", "#3ecf9b", "social marketplace"),
    shade("#3c7521", "#6fa044", "outreach support"),
    shade("#195e36", "#369861", "community ads"),
    shade("#609b67", "#87f8a4", "launch seo"),
    shade("#274511", "#568537", "analytics scheduling"),
    shade("#5a8818", "#95be66", "feeds content"),
  ],
  neutral: [
    shade("#696a71", "#9a9ca2", "misc shopping government"),
    shade("#888da0", "#c8d1e5", "search banking calendar"),
    shade("#49474d", "#706e74", "video maps"),
    shade("#50576b", "#80848b", "mail travel games"),
    shade("#848082", "#bfbcc1", "chat news browser"),
  ],
};

/** What stands for a channel that people invent. */
const ownIcons: Record<Category, string> = {
  build: "M2.5 8.5h11v5h-11zM8 8.5v5M5.5 8.5v-6h5v6",
  distribution:
    "M7.5 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M5.9 10.1a3 3 0 0 1 0-4.2M10.1 5.9a3 3 0 0 1 0 4.2M3.75 12.25a6 6 0 0 1 0-8.5M12.25 3.75a6 6 0 0 1 0 8.5",
  neutral: "M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0M5 8h.01M8 8h.01M11 8h.01",
};

const icons = new Map(
  Object.entries({
    "code-hosting":
      "M2.5 4a2 2 0 1 0 4 0 2 2 0 1 0-4 0M2.5 12a2 2 0 1 0 4 0 2 2 0 1 0-4 0M9.5 4a2 2 0 1 0 4 0 2 2 0 1 0-4 0M4.5 6v4M11.5 6A2.5 2.5 0 0 1 9 8.5H6A1.5 1.5 0 0 0 4.5 10",
    editor: "M5 4.5 1.75 8 5 11.5M11 4.5 14.25 8 11 11.5M9.25 3l-2.5 10",
    ai: "M6.75 3c.5 3.5 1.75 4.75 5.25 5.25-3.5.5-4.75 1.75-5.25 5.25-.5-3.5-1.75-4.75-5-5.25 3.25-.5 4.5-1.75 5-5.25zM12.5 1.75v3.5M10.75 3.5h3.5",
    automation: "M9.5 1.75 3 9h4.5l-1 5.25L13 7H8.5z",
    docs: "M8 4.5C6.5 3.2 5 2.5 2.5 2.5V12C5 12 6.5 12.5 8 13.5 9.5 12.5 11 12 13.5 12V2.5C11 2.5 9.5 3.2 8 4.5zM8 4.5v9",
    infra: "M5 12.5a3 3 0 0 1-.75-5.9 4 4 0 0 1 7.6.4 2.75 2.75 0 0 1-.35 5.5z",
    ci: "M13.5 5.5A6 6 0 1 0 13.9 9M13.5 2.5v3h-3M5.75 8l1.75 1.75L10.5 6.5",
    database:
      "M13.5 4a5.5 2 0 1 1-11 0 5.5 2 0 1 1 11 0zM2.5 4v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2",
    registry: "M8 1.75l5.5 3v6.5l-5.5 3-5.5-3v-6.5zM2.5 4.75 8 7.75l5.5-3M8 7.75v6.5M5.25 3.25l5.5 3",
    monitoring: "M1.75 8.5h2.5L6.5 3l3.25 10L12 8.5h2.25",
    design:
      "M8 2a6 6 0 1 0 0 12c1.1 0 1.6-.8 1.3-1.7-.4-1.2.3-2.3 1.6-2.3h1.4c1 0 1.7-.8 1.7-1.9C14 4.7 11.3 2 8 2zM5.5 8.5h.01M6.5 5.5h.01M9.5 5.5h.01",
    planning:
      "M3.5 2.5h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM5.25 5.5v5M8 5.5v2M10.75 5.5v3.5",
    devtools:
      "M12.1 2.1 10 4.25V6h1.75l2.15-2.1a3.75 3.75 0 0 1-4.75 5.1l-4.6 4.55a1.5 1.5 0 0 1-2.1-2.1L7 6.9a3.75 3.75 0 0 1 5.1-4.8z",
    local: "M3.5 9.5v-5a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v5zM1.75 12.5h12.5",
    social: "M8 13.5 3 8.6C1.6 7.1 1.6 4.8 3 3.5c1.5-1.4 3.8-1.1 5 .8 1.2-1.9 3.5-2.2 5-.8 1.4 1.3 1.4 3.6 0 5.1z",
    feeds: "M3 12.5a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M3 7.5a5.5 5.5 0 0 1 5.5 5.5M3 3a10 10 0 0 1 10 10",
    community:
      "M3.5 5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M1.75 13.5c0-2.5 1.9-4 4.25-4s4.25 1.5 4.25 4M10.5 2.75a2.5 2.5 0 0 1 0 4.5M12 9.75c1.4.6 2.25 1.9 2.25 3.75",
    launch:
      "M14 2C10 2 7 4 4.75 9.25l2 2C12 9 14 6 14 2zM6.5 6H3.75L2 8.75l2.75.5M10 9.5v2.75L7.25 14l-.5-2.75M4 12l-1.75 1.75M10 6h.01",
    analytics: "M2.5 2.5v11h11M5.5 10.5v-2M8.5 10.5v-5M11.5 10.5v-7",
    content: "M11 2.5 13.5 5l-8 8-3.25.75L3 10.5zM9 4.5 11.5 7",
    outreach: "M14 2 1.75 6.5l5 2.75 2.75 5zM14 2 6.75 9.25",
    ads: "M2.5 6.5v3H5l5.5 3.5V3L5 6.5zM5.5 10v3.5M13.5 6.5v3",
    seo: "M2 3.5h12M2 7.5h3.5M2 11.5h3M7.25 9.5a2.75 2.75 0 1 0 5.5 0 2.75 2.75 0 1 0-5.5 0M12 11.5l2 2",
    scheduling: "M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0M8 4.5V8l2.5 1.5",
    support:
      "M2.5 12V8a5.5 5.5 0 0 1 11 0v4M2.5 9H4a1.5 1.5 0 0 1 1.5 1.5V12A1.5 1.5 0 0 1 4 13.5 1.5 1.5 0 0 1 2.5 12zM13.5 9H12a1.5 1.5 0 0 0-1.5 1.5V12a1.5 1.5 0 0 0 1.5 1.5 1.5 1.5 0 0 0 1.5-1.5z",
    marketplace: "M2 6 3.5 2.5h9L14 6a2 2 0 0 1-4 0 2 2 0 0 1-4 0 2 2 0 0 1-4 0zM3.5 10v3.5h9V10M6.5 13.5v-3h3v3",
    mail: "M3.5 3.5h9a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM2.75 4.5 8 8.75l5.25-4.25",
    search: "M2.5 7a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M10.25 10.25l3.5 3.5",
    news: "M10.5 12V2.5h-8V12A1.5 1.5 0 0 0 4 13.5h8a1.5 1.5 0 0 0 1.5-1.5V6.5h-3M10.5 12a1.5 1.5 0 0 0 1.5 1.5M5 5.5h3M5 8.5h3",
    video:
      "M4 3.5h8a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 11V5A1.5 1.5 0 0 1 4 3.5zM6.5 5.75v4.5L10.25 8z",
    shopping: "M3.5 5.5h9l.75 8H2.75zM5.5 5.5V5a2.5 2.5 0 0 1 5 0v.5",
    chat: "M3.5 2.5h9a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H8l-3 3v-3H3.5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1z",
    banking: "M3.5 3.5h9a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM2.5 6.5h11M5 9.75h2",
    travel:
      "M8 1.75c.9 0 1.5.9 1.5 2v2.5l4.75 3V11L9.5 9.5V12l1.5 1.25v1L8 13.5l-3 .75v-1L6.5 12V9.5L1.75 11V9.25l4.75-3v-2.5c0-1.1.6-2 1.5-2z",
    government: "M2.5 6.5 8 2.5l5.5 4zM4.5 8.5v3M8 8.5v3M11.5 8.5v3M2.5 13.5h11",
    games:
      "M5 3.5h6c1.7 0 2.8 1.1 3 2.8l.4 3.4c.2 1.7-1.6 2.4-2.7 1.2l-1.2-1.4h-5l-1.2 1.4c-1.1 1.2-2.9.5-2.7-1.2L2 6.3c.2-1.7 1.3-2.8 3-2.8zM6 5.5v2M5 6.5h2M10.5 6.5h.01",
    maps: "M8 14.25c-3-2.75-4.75-5.25-4.75-7.75a4.75 4.75 0 0 1 9.5 0c0 2.5-1.75 5-4.75 7.75zM6.5 6.5a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0",
    calendar:
      "M3.5 3.5h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM2.5 6.5h11M5.5 1.75v2.5M10.5 1.75v2.5",
    browser: "M3.5 2.5h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM7.5 2.5v4M2.5 6.5h11",
    misc: "M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0M2 8h12M8 2c2 1.8 2.75 3.8 2.75 6S10 12.2 8 14c-2-1.8-2.75-3.8-2.75-6S6 3.8 8 2z",
  }),
);

/** How a channel of a category is drawn. One that is not shipped gets its category's own colour, and an icon for such channels. */
export function lookOf(id: string, category: Category): Look {
  const [own] = shades[category];
  const { light, dark } = shades[category].find(({ channels }) => channels.includes(id)) ?? own;
  return { light, dark, icon: icons.get(id) ?? ownIcons[category] };
}
