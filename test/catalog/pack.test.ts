import fc from "fast-check";
import { expect, test } from "vitest";
import { packList, unpackList } from "../../src/catalog/pack";

test("hosts that share their last label stand in one line, all else as it was, comments nowhere", () => {
  const list = "# Two kinds.\ngithub.com\ngitlab.com\n*.ghost.io\nx.com/home\nlocalhost:3000\nvercel.app\n";
  expect(packList(list)).toBe(".com github gitlab\n.app vercel\n*.ghost.io\nx.com/home\nlocalhost:3000");
});

test("an empty list is empty", () => {
  expect(packList("# nothing yet\n")).toBe("");
  expect(unpackList("")).toEqual([]);
});

test("what is unpacked is every rule that was packed, once", () => {
  const host = fc.stringMatching(/^[a-z0-9-]{1,8}(\.[a-z0-9-]{1,4}){0,2}\.[a-z]{2,3}$/);
  const rule = fc.oneof(
    host,
    host.map((name) => `*.${name}`),
    host.map((name) => `${name}/{a,b}/**`),
  );
  fc.assert(
    fc.property(fc.uniqueArray(rule), (rules) => {
      expect(unpackList(packList(rules.join("\n"))).sort()).toEqual([...rules].sort());
    }),
  );
});
