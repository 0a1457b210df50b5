import type { Channel } from "./channels";
import type { Catalog, Verdict } from "./classify";
import { parsePage, siteOfPage } from "./page";
import { offeredScope, type Scope, scopesOf } from "./scope";

/** What a page of the extension that holds no rules asks of one that does. */
export interface Question {
  /** Page keys to judge. */
  keys: readonly string[];
  /** A page to tell more about; null: none. */
  url: string | null;
}

/** A page at a URL: what it is, why, and for how much of its site something else can be said. */
export interface PageAnswer {
  site: string;
  verdict: Verdict;
  /** The widest first. */
  scopes: Scope[];
  /** The one to offer first. */
  offered: Scope;
}

export interface Answer {
  /** One for each key, in order. */
  verdicts: Verdict[];
  /** Null for a page that is on no site. */
  page: PageAnswer | null;
  channels: readonly Channel[];
}

/** What a catalog says to a question. */
export function answer({ classify, classifyKey, keyOf, channels }: Catalog, { keys, url }: Question): Answer {
  const page = url === null ? null : parsePage(url);
  const verdict = classify(url ?? "");
  const scopes = page ? scopesOf(page, verdict, keyOf) : [];
  const offered = offeredScope(scopes);
  return {
    verdicts: keys.map(classifyKey),
    page: page && offered ? { site: siteOfPage(page), verdict, scopes, offered } : null,
    channels,
  };
}
