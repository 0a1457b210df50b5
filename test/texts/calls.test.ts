import { describe, expect, test } from "vitest";
import { callsIn, namesIn } from "./calls";

/** Code with templates in it, drawn without their own sign: here they are to be read, not filled in. */
const drawn = (code: string) => code.replaceAll("#{", "$".concat("{"));

describe("a call", () => {
  test.each([
    ['say("a_b")', [{ by: "say", name: "a_b", values: [] }]],
    ['say("a", { n, m: f(1, { x }), s: "} , z" })', [{ by: "say", name: "a", values: ["n", "m", "s"] }]],
    ['say(\n  "a",\n  {\n    n,\n    m,\n  },\n)', [{ by: "say", name: "a", values: ["n", "m"] }]],
    ['say("a", values)', [{ by: "say", name: "a", values: null }]],
    ['say("a", { ...values, n })', [{ by: "say", name: "a", values: null }]],
    ['sayCount("a", items.filter((x) => x > 1).length)', [{ by: "sayCount", name: "a", values: [] }]],
    ['sayCount("a", n, { k: `#{n}, {m}` })', [{ by: "sayCount", name: "a", values: ["k"] }]],
    ['say("a", { n: x.replace(/"(.)"/g, "("), m })', [{ by: "say", name: "a", values: ["n", "m"] }]],
    ['say("a").split(/(\\{n\\})/)', [{ by: "say", name: "a", values: null }]],
    ["say(`a_#{n}`)", []],
    [
      'f(say("a"), say("b", { n }))',
      [
        { by: "say", name: "a", values: [] },
        { by: "say", name: "b", values: ["n"] },
      ],
    ],
  ])("in %j", (code, calls) => {
    expect(callsIn(drawn(code))).toEqual(calls);
  });
});

describe("a name", () => {
  test("stands in quotes", () => {
    expect(namesIn('say(is ? "a_b" : "c"); "d e"').literals).toEqual(["a_b", "c"]);
  });

  test("is built from a beginning, and is none without", () => {
    const { patterns } = namesIn(drawn('`room_#{id.replace("-", "_")}_end` `#{id}_end` `room_plain` `room #{id}`'));
    expect(patterns.map(({ source }) => source)).toEqual(["^room_\\w+_end$"]);
    expect(["room_x_end", "room_a_b_end", "room_x", "room__end"].map((name) => patterns[0]?.test(name))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
