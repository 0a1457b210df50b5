import { language, say, sayCount } from "../texts/say";

/** What is wrong with a list of sites, by the lines of it that are none; empty when nothing is. */
export function siteFault(wrong: readonly string[]): string {
  if (wrong.length === 0) return "";
  const lines = wrong.map((line) => say("ui_siteFaultLine", { line }));
  return sayCount("ui_siteFault", wrong.length, {
    lines: new Intl.ListFormat(language(), { type: "unit" }).format(lines),
  });
}
