import { type Catalog, compile, type OwnCatalog, type Rule, shippedRules } from "../../src/catalog/classify";
import { parsePage } from "../../src/catalog/page";
import { type Pattern, parsePattern } from "../../src/catalog/pattern";
import type { PlainBench } from "./bench";
import { type Budget, medianOf } from "./figure";
import { seeded } from "./life";

const PER_URL: Budget = { limit: 1000, source: "issue 4" };
const COMPILE: Budget = { limit: 20, source: "issue 4" };
const URLS = 100_000;
const OWN_RULES = 10_000;
/** URLs that are timed together: one alone takes less than a clock's tick. */
const BATCH = 100;
/** A scan is so slow that a part of the URLs must do. */
const SCANNED = 2000;

/** What a page is: every URL once, half of them on hosts that rules name. */
export const classify: PlainBench = {
  name: "classify",
  async run() {
    const first = time(() => compile(shippedRules()));
    const compiling = Array.from({ length: 20 }, () => time(() => compile(shippedRules())));
    const catalog = compile(shippedRules());
    const urls = drawUrls(hostsOf(shippedRules()));
    perUrl(urls.slice(0, 20_000), (url) => catalog.classify(url));
    const scan = scanner();
    const own = drawOwn();
    const compilingOwn = Array.from({ length: 20 }, () => time(() => compile(shippedRules(), own)));
    const ownCatalog = compile(shippedRules(), own);
    const ownUrls = drawUrls([...hostsOf(shippedRules()), ...hostsOf(own.rules)]);
    perUrl(ownUrls.slice(0, 20_000), (url) => ownCatalog.classify(url));
    const withOwn = `with ${OWN_RULES.toLocaleString("en")} rules of the user's`;
    return [
      medianOf("compiling the shipped rules", "ms", compiling, {
        budget: COMPILE,
        note: `first ${first.toFixed(1)} ms`,
      }),
      medianOf(
        "classifying a URL",
        "ns",
        perUrl(urls, (url) => catalog.classify(url)),
        {
          budget: PER_URL,
          note: `${URLS.toLocaleString("en")} URLs, by ${BATCH}`,
        },
      ),
      medianOf(`compiling ${withOwn}`, "ms", compilingOwn, { budget: COMPILE }),
      medianOf(
        `classifying a URL ${withOwn}`,
        "ns",
        perUrl(ownUrls, (url) => ownCatalog.classify(url)),
        { budget: PER_URL },
      ),
      medianOf("of this, parsing the URL", "ns", perUrl(urls, parsePage)),
      medianOf("the same by its stored key", "ns", perKey(catalog, urls)),
      medianOf("beside it, a scan of all patterns", "ns", perUrl(urls.slice(0, SCANNED), scan), { note: scanNote }),
    ];
  },
};

const scanNote = typeof URLPattern === "undefined" ? "no URLPattern in this Node to compare with" : "";

function time(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

/** Nanoseconds a URL, of each batch. */
function perUrl(urls: readonly string[], act: (url: string) => unknown): number[] {
  const batches = Array.from({ length: Math.ceil(urls.length / BATCH) }, (_, i) =>
    urls.slice(i * BATCH, (i + 1) * BATCH),
  );
  return batches.map((batch) => (time(() => batch.forEach(act)) * 1e6) / batch.length);
}

function perKey(catalog: Catalog, urls: readonly string[]): number[] {
  return perUrl(
    urls.map((url) => catalog.keyOf(url) ?? ""),
    (key) => catalog.classifyKey(key),
  );
}

function hostsOf(rules: Iterable<Rule>): string[] {
  return [...rules].flatMap(({ text }) => parsePattern(text).map(({ host }) => host));
}

const words = ["status", "home", "pull", "settings", "search", "p", "r", "watch", "messages", "docs"];

/** Rules as the popup makes them: half of them for whole sites, half for sections; every tenth is about a site that we know. */
function drawOwn(): OwnCatalog {
  const chance = seeded(5);
  const known = hostsOf(shippedRules()).filter((host) => /[a-z]$/.test(host));
  const rules = Array.from({ length: OWN_RULES }, (_, i) => {
    const host = i % 10 === 0 ? known[Math.floor(chance() * known.length)] : `own-${Math.floor(i / 2)}.example`;
    const section = `${words[Math.floor(chance() * words.length)]}/part-${i}`;
    return {
      text: i % 2 === 0 ? `${host}` : `${host}/${section}/**`,
      channel: i % 3 === 0 ? "my-podcast" : "community",
    };
  });
  const podcast = { id: "my-podcast", label: "Podcast", category: "distribution" } as const;
  return { rules, channels: [podcast], domains: ["shop.example"] };
}

function drawUrls(hosts: readonly string[]): string[] {
  const chance = seeded(4);
  const urls = Array.from({ length: URLS }, (_, i) => {
    const known = hosts[Math.floor(chance() * hosts.length)];
    const host = chance() < 0.5 ? known : `site-${Math.floor(chance() * 5000)}.example`;
    const path = Array.from({ length: Math.floor(chance() * 5) }, () => words[Math.floor(chance() * words.length)]);
    return `https://${chance() < 0.3 ? "app." : ""}${host}/${path.join("/")}?id=${i}`;
  });
  // In one piece, as the browser gives them: pieces that are still to be put together take longer to read.
  return JSON.parse(JSON.stringify(urls));
}

/** What one would write first: all patterns, one after the other; the one with the longest host, then path, wins. */
function scanner(): (url: string) => Pattern | null {
  const patterns = [...shippedRules()].flatMap(({ text }) => parsePattern(text));
  return (url) => {
    const page = parsePage(url);
    let best: Pattern | null = null;
    for (const pattern of page ? patterns : []) {
      const { host = "", segments = [] } = page ?? {};
      const isHost = (host === pattern.host && !pattern.subdomainsOnly) || host.endsWith(`.${pattern.host}`);
      if (!isHost || (!pattern.open && segments.length !== pattern.segments.length)) continue;
      if (!pattern.segments.every((one, i) => segments[i] && (one === "*" || one === "{}" || one === segments[i])))
        continue;
      if (!best || rank(pattern) > rank(best)) best = pattern;
    }
    return best;
  };
}

const rank = ({ host, segments }: Pattern) => host.length * 100 + segments.length;
