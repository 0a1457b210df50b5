import { type Catalog, compile, shippedRules } from "../../src/catalog/classify";
import { parsePage } from "../../src/catalog/page";
import { type Pattern, parsePattern } from "../../src/catalog/pattern";
import type { PlainBench } from "./bench";
import { type Budget, medianOf } from "./figure";
import { seeded } from "./life";

const PER_URL: Budget = { limit: 1000, source: "issue 4" };
const COMPILE: Budget = { limit: 20, source: "issue 4" };
const URLS = 100_000;
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
    const urls = drawUrls();
    perUrl(urls.slice(0, 20_000), (url) => catalog.classify(url));
    const scan = scanner();
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

function drawUrls(): string[] {
  const chance = seeded(4);
  const hosts = [...shippedRules()].flatMap(({ text }) => parsePattern(text).map(({ host }) => host));
  const words = ["status", "home", "pull", "settings", "search", "p", "r", "watch", "messages", "docs"];
  return Array.from({ length: URLS }, (_, i) => {
    const known = hosts[Math.floor(chance() * hosts.length)];
    const host = chance() < 0.5 ? known : `site-${Math.floor(chance() * 5000)}.example`;
    const path = Array.from({ length: Math.floor(chance() * 5) }, () => words[Math.floor(chance() * words.length)]);
    return `https://${chance() < 0.3 ? "app." : ""}${host}/${path.join("/")}?id=${i}`;
  });
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
