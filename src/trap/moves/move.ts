import { parsePage, siteOfPage } from "../../catalog/page";

/** What of a move is the same in every language: what the lists hold. */
export interface MoveData {
  /** Kebab-case. Blocks keep it: it never changes, and is never given to another move. */
  id: string;
  /** The https page where it is done; opened on Start. */
  url: string;
  minutes: number;
  /** Whether it is for before or after the first customer. */
  stage: "before" | "after" | "any";
  /** Id of the distribution channel that its time counts for. */
  channel: string;
  /** What it rests on: cited, and so in no other language than its own. */
  source: Source;
  /** Only for who uses the site of `url` already: a store's sellers, a community in one language. */
  regularsOnly?: true;
}

/** One concrete act of distribution. Its texts are those of `public/_locales` named `move_<id as camelCase>_title`, `_why`, `_how`. */
export interface Move extends MoveData {
  /** What to do, as an imperative; in English at most 60 characters. */
  title: string;
  /** Why it helps, in one sentence; in English at most 140 characters. */
  why: string;
  /** The first physical step, in one or two short sentences. */
  how: string;
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

type Camel<Kebab extends string> = Kebab extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Kebab;

/** A move's id as the names of its texts have it, which take no hyphens. */
export function camelOf<Id extends string>(id: Id): Camel<Id> {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) as Camel<Id>;
}
