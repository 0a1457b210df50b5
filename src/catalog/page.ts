/** A page as rules see it. */
export interface Page {
  /** Host, lower case, without a leading `www.` and a trailing dot; the scheme with its colon (`about:`) for pages that are on no host. */
  host: string;
  /** Port where it is not the scheme's default, else empty. */
  port: string;
  /** Path segments, lower case, percent-encoded as in the URL; empty ones left out. */
  segments: string[];
}

/** RFC 1035, without the trailing dot. */
const LONGEST_HOST = 253;

/** What most URLs look like: nothing in host or path that `URL` changes, but for their case. */
const PLAIN = /^https?:\/\/((?:[a-z0-9_-]+\.)+[a-z]{2,})(?:\/([\w~!$&'()*+,;=:@./-]*))?(?:[?#]|$)/i;

/** Parses a URL; null when it is none. Query, fragment and credentials are dropped here and go no further. */
export function parsePage(url: string): Page | null {
  return parsePlain(url) ?? parseAny(url);
}

/** The same as `parseAny`, in a third of its time; null for URLs that take more care. */
function parsePlain(url: string): Page | null {
  const match = PLAIN.exec(url);
  if (!match) return null;
  const host = (match[1] as string).toLowerCase();
  const path = match[2] ?? "";
  // Punycode can be wrong, and segments of dots lead elsewhere.
  if (host.length > LONGEST_HOST || host.includes("xn--") || path.startsWith(".") || path.includes("/.")) return null;
  return { host: host.startsWith("www.") ? foldHost(host) : host, port: "", segments: segmentsOf(path.toLowerCase()) };
}

function parseAny(url: string): Page | null {
  const parsed = URL.parse(url);
  if (!parsed) return null;
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:")
    return { host: parsed.protocol, port: "", segments: [] };
  const host = foldHost(parsed.hostname);
  // http://./ is a URL by the letter, and no place.
  if (host === "") return null;
  return {
    host,
    port: parsed.port,
    segments: segmentsOf(parsed.pathname.toLowerCase()),
  };
}

function segmentsOf(path: string): string[] {
  return path === "" || path === "/" ? [] : path.split("/").filter(Boolean);
}

/** `www.Example.com.` and `example.com` are one host. Empty for what can be the name of none. */
export function foldHost(host: string): string {
  const folded = host
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^(?:www\.)+(?=.)/, "");
  return folded.length > LONGEST_HOST || folded.split(".").includes("") ? "" : folded;
}

/** The site that a person typed or pasted, as it stands in page keys: `Example.org` and `https://www.example.org/x` are one; null when it is none. */
export function parseSite(text: string): string | null {
  const typed = text.trim();
  const page = parsePage(/^https?:\/\//i.test(typed) ? typed : `http://${typed}`);
  // What would mean something else as a pattern is no site.
  if (!page || /\s/.test(typed) || /[*{}]/.test(page.host) || page.port === "0") return null;
  // Port 80, which a key has from https, would be none when it is read again.
  return siteOfPage(page).replace(/:80$/, "");
}

// A page key: host with port, then the kept segments. `github.com/*/*/pull` or `about:`.
export function formatKey(page: Page): string {
  return [siteOfPage(page), ...page.segments].join("/");
}

/** Reads back what `formatKey` wrote. */
export function parseKey(key: string): Page {
  const [site = "", ...segments] = key.split("/");
  const port = /:(\d+)$/.exec(site)?.[1] ?? "";
  return { host: port ? site.slice(0, -port.length - 1) : site, port, segments };
}

/** A URL whose page has the given key. Port 443 can only have come from http: on https it would have been folded away. */
export function urlOfKey(key: string): string {
  const site = key.split("/", 1)[0] ?? key;
  if (site.endsWith(":")) return site;
  return `${site.endsWith(":443") ? "http" : "https"}://${key}`;
}

/** The site that a page key is on, as a person names it; null for pages on no site. DevTools is a site of its own. */
export function siteOf(key: string): string | null {
  const site = key.split("/", 1)[0] ?? key;
  if (site === "devtools:") return "devtools";
  return site.endsWith(":") ? null : site;
}

/** The site of a page, as it stands in its key. */
export function siteOfPage({ host, port }: Pick<Page, "host" | "port">): string {
  return port ? `${host}:${port}` : host;
}
