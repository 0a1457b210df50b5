import type { View } from "./world";

const page = (url: string, site: string | null): View => ({ url, site, kind: "page", audible: false });

/** Where builders spend their days. Each URL stands beside the site that a person would name. */
export const pages: readonly View[] = [
  page("https://github.com/acme/app/pull/7", "github.com"),
  page("https://github.com/acme/app/issues?q=is%3Aopen#top", "github.com"),
  page("https://GitHub.com/notifications", "github.com"),
  page("https://gist.github.com/x", "gist.github.com"),
  page("http://localhost:3000/admin", "localhost:3000"),
  page("http://localhost:5173/", "localhost:5173"),
  page("https://localhost/", "localhost"),
  page("http://127.0.0.1:8080/x", "127.0.0.1:8080"),
  page("https://x.com/home", "x.com"),
  page("https://x.com/someone/status/1", "x.com"),
  page("https://www.reddit.com/r/sideproject/", "reddit.com"),
  page("https://old.reddit.com/", "old.reddit.com"),
  page("https://news.ycombinator.com/", "news.ycombinator.com"),
  page("https://www.google.com/search?q=how+to+stop", "google.com"),
  page("https://example.net:8443/a/b", "example.net:8443"),
  page("https://example.net:443/", "example.net"),
  page("https://xn--bcher-kva.example/", "xn--bcher-kva.example"),
  page("https://user:secret@shop.example/cart", "shop.example"),
  page("https://notlisted.example/", "notlisted.example"),
];

/** Sites that the user never wants recorded: `listed.example`, and all below it. */
export const unrecorded: readonly View[] = [
  page("https://listed.example/diary", null),
  page("https://www.listed.example/", null),
  page("https://deep.sub.listed.example/x", null),
];

/** Pages on no site, and no page at all. */
export const siteless: readonly View[] = [
  page("about:newtab", null),
  page("chrome://settings/", null),
  page("chrome-extension://abcdefgh/dashboard.html", null),
  page("file:///home/me/notes.html", null),
  { url: null, site: null, kind: "page", audible: false },
];

export const apps: View = { url: null, site: null, kind: "apps", audible: false };
export const appsBesidePage: View = { url: "https://github.com/", site: null, kind: "apps", audible: false };
export const privately: View = { url: null, site: null, kind: "private", audible: false };

export const videos: readonly View[] = [
  { url: "https://www.youtube.com/watch?v=1", site: "youtube.com", kind: "page", audible: true },
  { url: "https://meet.google.com/abc-defg", site: "meet.google.com", kind: "page", audible: true },
  { url: "https://vimeo.com/2", site: "vimeo.com", kind: "page", audible: true },
];
