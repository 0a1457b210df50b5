import { say } from "../texts/say";
import { foldHost } from "./page";

// A rule's pattern, parsed.
//
//     github.com                  the host and all its subdomains, any path
//     *.ghost.io                  subdomains only
//     localhost:3000              that port only
//     news.ycombinator.com/       the front page only
//     x.com/home                  that path only
//     x.com/*/status/**           * is one segment, ** the rest, which may be nothing
//     github.com/{owner}/{repo}/**   one segment each, kept in the store so that rules can be made about them later
//     google.{com,de}/search      alternatives
export interface Pattern {
  host: string;
  subdomainsOnly: boolean;
  port: string;
  /** Path segments: a literal, `*`, or `{}` for a kept one. */
  segments: string[];
  /** Whether anything may follow the segments. */
  open: boolean;
}

/** A pattern that cannot be read: says what is wrong with it, for the person who wrote it. */
export class PatternError extends Error {}

/** Parses a pattern into one for each of its alternatives. Throws a PatternError. */
export function parsePattern(text: string): Pattern[] {
  return expand(text).map(parseOne);
}

/** The pattern in its one spelling: what two patterns share that decide the same pages, a name for a kept segment apart. */
export function formatPattern({ host, subdomainsOnly, port, segments, open }: Pattern): string {
  const address = `${subdomainsOnly ? "*." : ""}${host}${port && `:${port}`}`;
  const path = [...segments.map((segment) => (segment === "{}" ? "*" : segment)), ...(open ? ["**"] : [])].join("/");
  return path === "**" ? address : `${address}/${path}`;
}

const LONGEST_PATTERN = 1000;
const MOST_ALTERNATIVES = 500;

/** `a.{b,c}/d` → `a.b/d`, `a.c/d`. Braces without a comma name a kept segment and stay. */
function expand(text: string): string[] {
  if (!text.includes(",") && text.length <= LONGEST_PATTERN) return [text.trim()];
  if (text.length > LONGEST_PATTERN) throw tooLong();
  let texts = [""];
  for (const part of text.split(/(\{[^{}]*,[^{}]*\})/)) {
    const choices = part.startsWith("{") && part.includes(",") ? part.slice(1, -1).split(",") : [part];
    texts = texts.flatMap((before) => choices.map((choice) => before + choice.trim()));
    if (texts.length > MOST_ALTERNATIVES) throw new PatternError(say("pattern_tooMany", { most: MOST_ALTERNATIVES }));
  }
  return texts;
}

function parseOne(text: string): Pattern {
  if (PLAIN_HOST.test(text)) return { host: text, subdomainsOnly: false, port: "", segments: [], open: true };
  const slash = text.indexOf("/");
  const address = slash < 0 ? text : text.slice(0, slash);
  const path = slash < 0 ? "**" : text.slice(slash + 1);
  const [, star = "", name = "", port = ""] = /^(\*\.)?(.*?)(?::(\d+))?$/.exec(address) ?? [];
  const segments = path.split("/").filter(Boolean);
  const open = segments.at(-1) === "**";
  if (open) segments.pop();
  const pattern = {
    host: parseHost(name),
    subdomainsOnly: star !== "",
    port: parsePort(port),
    segments: segments.map(parseSegment),
    open,
  };
  // Percent-encoding makes up to nine letters of one, and the one spelling is to be read again.
  if (text.length * 9 > LONGEST_PATTERN && formatPattern(pattern).length > LONGEST_PATTERN) throw tooLong();
  return pattern;
}

function tooLong(): PatternError {
  return new PatternError(say("pattern_tooLong", { most: LONGEST_PATTERN }));
}

/** Hosts and segments that `URL` leaves as they are: by far the most. */
const PLAIN_HOST = /^(?!www\.|.*xn--)(?:[a-z0-9-]+\.)+[a-z]{2,}$/;
const PLAIN_SEGMENT = /^(?!\.)[a-z0-9._~-]+$/;

function parseHost(name: string): string {
  if (PLAIN_HOST.test(name)) return name;
  // A colon belongs into the brackets of an IPv6 address: URL would take the rest for a scheme or a port and drop it.
  if (/[\s/@?#\\*{}%]|^[^[]*:|\]:/.test(name)) throw new PatternError(say("pattern_noHostButLike", { name }));
  const host = foldHost(URL.parse(`http://${name}/`)?.hostname ?? "");
  // URL makes * and braces of their full-width forms: they would mean something when the pattern is read again.
  if (!host || /[*{}]/.test(host))
    throw new PatternError(say(name === "" ? "pattern_hostMissing" : "pattern_noHost", { name }));
  return host;
}

/** As pages have it: without leading zeros. */
function parsePort(port: string): string {
  if (port === "" || (/^[1-9]/.test(port) && Number(port) <= 65_535)) return port;
  throw new PatternError(say("pattern_noPort", { port }));
}

function parseSegment(segment: string): string {
  if (PLAIN_SEGMENT.test(segment)) return segment;
  if (/^\{[^{}*]+\}$/.test(segment)) return "{}";
  if (segment === "*") return "*";
  // As pages have it: percent-encoded. URL removes `.` and `..`, and makes two of `a\b`.
  const encoded = URL.parse(`http://host/${segment}`)?.pathname.slice(1).toLowerCase();
  if (/[*{}?#\s]/.test(segment) || !encoded || encoded.includes("/"))
    throw new PatternError(say("pattern_noSegment", { segment, name: "{name}" }));
  return encoded;
}
