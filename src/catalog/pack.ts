// Lists as they ship: comments are for their editors, and hosts that share their last label are told in one line, which takes a
// kilobyte less. `.com github gitlab` stands for github.com and gitlab.com.

/** Packs a list as it is written. */
export function packList(text: string): string {
  const byEnding = new Map<string, string[]>();
  const others: string[] = [];
  for (const line of text.split("\n")) {
    const [, name, ending] = /^([a-z0-9-]+)(\.[a-z]+)$/.exec(line) ?? [];
    if (name && ending) byEnding.set(ending, [...(byEnding.get(ending) ?? []), name]);
    else if (line !== "" && !line.startsWith("#")) others.push(line);
  }
  const grouped = [...byEnding].map(([ending, names]) => `${ending} ${names.join(" ")}`);
  return [...grouped, ...others].join("\n");
}

/** The rules of a packed list, each as its list has it; their order is not kept. */
export function unpackList(packed: string): string[] {
  return packed.split("\n").flatMap((line) => {
    if (!line.startsWith(".")) return line === "" ? [] : [line];
    const [ending = "", ...names] = line.split(" ");
    return names.map((name) => name + ending);
  });
}
