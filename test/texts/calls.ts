// What a source file says of texts, read from its code without compiling it.

/** A call of `say` or `sayCount` with a name that stands there. */
export interface Call {
  by: "say" | "sayCount";
  name: string;
  /** The values that are given by name; null where they cannot be read here: given as a whole, or put in by splitting the text. */
  values: string[] | null;
}

/** Every call that names its text; none where the name is computed. */
export function callsIn(code: string): Call[] {
  return [...code.matchAll(/\b(say|sayCount)\(\s*"(\w+)"/g)].map((match) => {
    const [whole, by, name = ""] = match;
    const { found, end } = argumentsFrom(code, match.index + whole.length);
    const isSplit = /^\)\s*\.split\(/.test(code.slice(end, end + 100));
    const values = found[by === "sayCount" ? 2 : 1]?.trim() ?? "";
    return { by: by as Call["by"], name, values: isSplit ? null : valuesOf(values) };
  });
}

/** Names that stand in the code, and names of which a template has the beginning: `failure_${id}_what`. */
export function namesIn(code: string): { literals: string[]; patterns: RegExp[] } {
  const literals = [...code.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
  const templates = [...code.matchAll(/`([a-z]\w*_(?:\w|\$\{[^`{}]*\})*)`/gi)].map(([, template = ""]) => template);
  const patterns = templates
    .filter((template) => template.includes("${"))
    .map((template) => new RegExp(`^${template.replace(/\$\{[^{}]*\}/g, "\\w+")}$`));
  return { literals, patterns };
}

/** The arguments of a call, from within the first one on, and where it closes. */
function argumentsFrom(code: string, start: number): { found: string[]; end: number } {
  const found: string[] = [];
  let [from, depth] = [start, 0];
  for (let i = start; i < code.length; i++) {
    const letter = code[i] ?? "";
    if (`"'\``.includes(letter) || (letter === "/" && /[(,=:]\s*$/.test(code.slice(start, i)))) i = endOfText(code, i);
    else if ("([{".includes(letter)) depth++;
    else if (")]}".includes(letter) && --depth < 0) return { found: [...found, code.slice(from, i)], end: i };
    else if (letter === "," && depth === 0) {
      found.push(code.slice(from, i));
      from = i + 1;
    }
  }
  return { found, end: code.length };
}

/** Where a text or a regular expression ends that begins at `start`. What stands in a template's braces is skipped with it. */
function endOfText(code: string, start: number): number {
  for (let i = start + 1; i < code.length; i++) {
    if (code[i] === "\\") i++;
    else if (code[i] === code[start]) return i;
  }
  return code.length;
}

/** The names in an object that is written out; none where there is nothing, null for anything else. */
function valuesOf(argument: string): string[] | null {
  if (argument === "") return [];
  if (!argument.startsWith("{") || argument.includes("...")) return null;
  const { found: entries } = argumentsFrom(`${argument.slice(1, -1)})`, 0);
  return entries.flatMap((entry) => /^\s*(\w+)\s*(?::|$)/.exec(entry)?.[1] ?? []);
}
