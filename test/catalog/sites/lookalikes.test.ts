import { expect, test } from "vitest";
import { compile, shippedRules } from "../../../src/catalog/classify";
import { parsePattern } from "../../../src/catalog/pattern";

const shipped = [...shippedRules()];
const catalog = compile(shipped);

/** Every host that a rule names, with the rules that name it, and the paths that they name below it. */
const known = new Map<string, { rules: Set<string>; paths: Set<string> }>();
for (const { text } of shipped) {
  for (const { host, segments } of parsePattern(text)) {
    const { rules, paths } = known.get(host) ?? { rules: new Set<string>(), paths: new Set([""]) };
    paths.add(segments.map((segment) => (segment === "*" || segment === "{}" ? "mira" : segment)).join("/"));
    known.set(host, { rules: rules.add(text), paths });
  }
}

test.each<[string, (host: string) => string]>([
  ["in front of another host", (host) => `https://${host}.evil.example`],
  ["with something in front, without a dot", (host) => `https://not${host}`],
  ["with a hyphen in front", (host) => `https://my-${host}`],
  ["with something behind, without a dot", (host) => `https://${host}x`],
  ["as a user", (host) => `https://${host}@evil.example`],
  ["as a password", (host) => `https://user:${host}@evil.example`],
  ["as a path", (host) => `https://evil.example/${host}`],
  ["as a query", (host) => `https://evil.example/?next=https://${host}`],
  ["as a fragment", (host) => `https://evil.example/#https://${host}`],
])("no rule decides for its host %s", (_, disguise) => {
  const fooled: string[] = [];
  for (const [host, { rules, paths }] of known) {
    for (const path of paths) {
      const url = `${disguise(host)}/${path}`;
      const { rule } = catalog.classify(url);
      if (rules.has(rule)) fooled.push(`${url} is decided by ${rule}`);
    }
  }
  expect(fooled).toEqual([]);
});

test("and no rule at all for a host that nobody knows", () => {
  const fooled = [...known.keys()].flatMap((host) =>
    [`https://${host}.evil.example/`, `https://user:${host}@evil.example/`].filter(
      (url) => catalog.classify(url).rule !== "-",
    ),
  );
  expect(fooled).toEqual([]);
});
