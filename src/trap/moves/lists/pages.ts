import type { MoveData } from "../move";
import { sources } from "../sources";

/** What people find when they search or compare, and which of it they find. */
export const pages = [
  {
    id: "first-line",
    url: "https://docs.google.com/document/",
    minutes: 20,
    stage: "any",
    channel: "content",
    source: { name: "April Dunford, Obviously Awesome", url: "https://www.aprildunford.com/books" },
  },
  {
    id: "sixty-second-demo",
    url: "https://www.loom.com/",
    minutes: 45,
    stage: "any",
    channel: "content",
    source: {
      name: "TechCrunch, How Dropbox started as a minimal viable product",
      url: "https://techcrunch.com/2011/10/19/dropbox-minimal-viable-product/",
    },
  },
  {
    id: "answer-to-a-search",
    url: "https://alsoasked.com/",
    minutes: 60,
    stage: "any",
    channel: "content",
    source: {
      name: "Google Search Central, Creating helpful content",
      url: "https://developers.google.com/search/docs/fundamentals/creating-helpful-content",
    },
  },
  {
    id: "alternative-to-page",
    url: "https://alternativeto.net/",
    minutes: 60,
    stage: "any",
    channel: "seo",
    source: sources.traction,
  },
  {
    id: "queries-that-bring-people",
    url: "https://search.google.com/search-console",
    minutes: 20,
    stage: "any",
    channel: "seo",
    source: {
      name: "Google, Search Console's performance report",
      url: "https://support.google.com/webmasters/answer/7576553",
    },
  },
  {
    id: "title-of-most-seen-page",
    url: "https://search.google.com/search-console",
    minutes: 20,
    stage: "after",
    channel: "seo",
    source: {
      name: "Google Search Central, Influencing title links",
      url: "https://developers.google.com/search/docs/appearance/title-link",
    },
  },
  {
    id: "small-free-tool",
    url: "https://ahrefs.com/keyword-generator",
    minutes: 120,
    stage: "any",
    channel: "seo",
    source: sources.traction,
  },
  {
    id: "publish-again",
    url: "https://dev.to/new",
    minutes: 20,
    stage: "any",
    channel: "content",
    source: { name: "IndieWeb, POSSE", url: "https://indieweb.org/POSSE" },
  },
  {
    id: "visitors-of-last-week",
    url: "https://analytics.google.com/",
    minutes: 10,
    stage: "any",
    channel: "analytics",
    source: {
      name: "Dave McClure, Startup Metrics for Pirates",
      url: "https://www.slideshare.net/dmc500hats/startup-metrics-for-pirates-long-version",
    },
  },
  {
    id: "growth-of-one-number",
    url: "https://docs.google.com/spreadsheets/",
    minutes: 10,
    stage: "after",
    channel: "analytics",
    source: { name: "Paul Graham, Startup = Growth", url: "https://paulgraham.com/growth.html" },
  },
  {
    id: "one-search-ad",
    url: "https://ads.google.com/",
    minutes: 45,
    stage: "after",
    channel: "ads",
    source: sources.traction,
  },
] as const satisfies readonly MoveData[];
