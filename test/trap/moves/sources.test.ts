import { expect, test } from "vitest";
import { moves } from "../../../src/trap/moves/catalogue";
import { sources } from "../../../src/trap/moves/sources";

test("every shared source is shared, and no source stands in two places", () => {
  const shared = new Set<unknown>(Object.values(sources));
  for (const [name, source] of Object.entries(sources))
    expect(moves.filter((move) => move.source === source).length, name).toBeGreaterThan(1);
  const others = moves.filter(({ source }) => !shared.has(source)).map(({ source }) => source.url);
  expect(new Set(others).size).toBe(others.length);
  for (const { url } of Object.values(sources)) expect(others).not.toContain(url);
});
