/** commonmark ships no types; these are of what its tests read. */
declare module "commonmark" {
  export interface Node {
    type: string;
    literal: string | null;
    level: number;
  }

  interface Walker {
    next(): { entering: boolean; node: Node } | null;
  }

  export class Parser {
    parse(text: string): { walker(): Walker };
  }
}
