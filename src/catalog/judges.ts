import type { Answer, Question } from "./answer";
import type { Catalog, Verdict } from "./classify";

/** What judges the pages of an answer: its verdicts by their keys. Throws for a key that was not asked for. */
export function judgesOf(
  { keys }: Question,
  { verdicts, channels }: Answer,
): Pick<Catalog, "classifyKey" | "channels"> {
  const byKey = new Map(keys.map((key, i) => [key, verdicts[i] as Verdict]));
  return {
    channels,
    classifyKey(key) {
      const verdict = byKey.get(key);
      if (!verdict) throw new Error(`"${key}" was not asked for`);
      return verdict;
    },
  };
}
