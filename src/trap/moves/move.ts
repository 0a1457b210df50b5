import { parsePage, siteOfPage } from "../../catalog/page";

/** One concrete act of distribution. */
export interface Move {
  /** Kebab-case. Blocks keep it: it never changes, and is never given to another move. */
  id: string;
  /** What to do, as an imperative; at most 60 characters. */
  title: string;
  /** Why it helps, in one sentence of at most 140 characters. */
  why: string;
  /** The first physical step, in one or two short sentences. */
  how: string;
  /** The https page where it is done; opened on Start. */
  url: string;
  minutes: number;
  /** Whether it is for before or after the first customer. */
  stage: "before" | "after" | "any";
  /** Id of the distribution channel that its time counts for. */
  channel: string;
  /** What it rests on. */
  source: Source;
  /** Only for who uses the site of `url` already: a store's sellers, a community in one language. */
  regularsOnly?: true;
}

export interface Source {
  name: string;
  url: string;
}

/** The site on which a move is done, as it stands in page keys; empty when its URL is none. */
export function placeOf(move: Pick<Move, "url">): string {
  const page = parsePage(move.url);
  return page ? siteOfPage(page) : "";
}

/** Whether a move can be done only once: a place takes one launch of a product. */
export function isOnce(move: Pick<Move, "channel">): boolean {
  return move.channel === "launch";
}
