/** What is wrong with a list of sites, by the lines of it that are none; empty when nothing is. */
export function siteFault(wrong: readonly string[]): string {
  if (wrong.length === 0) return "";
  return `Not saved: ${wrong.map((line) => `“${line}”`).join(", ")} is no site. Write it as example.org.`;
}
