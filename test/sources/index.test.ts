import { describe, expect, test } from "vitest";
import { toolName, tools } from "../../src/sources";
import { fixture, refusalOf } from "./told";

describe("tools", () => {
  test("have ids of their own, that stay as they are: imports are kept under them", () => {
    expect(tools.map(({ id }) => id)).toEqual(["timetracker", "webactivity", "activitywatch"]);
  });

  test("have names; who is not known any more is called by the id", () => {
    expect(tools.map(({ id }) => toolName(id))).toEqual(tools.map(({ name }) => name));
    expect(toolName("abacus")).toBe("abacus");
  });
});

describe("a file of no tool is refused with what could be imported", () => {
  test.each<[string, string]>([
    ["nothing", ""],
    ["prose", "Dear diary,\ntoday I wrote code."],
    ["another table", "a,b,c\n1,2,3\n"],
    ["a picture", "\uFFFDPNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR"],
    ["a file of another encoding", '{\u0000"\u0000a\u0000"\u0000'.replace("{", "\uFFFD\uFFFD{")],
    ["an empty list", "[]"],
    ["an empty object", "{}"],
    ["another list", "[1, null, {}]"],
    ["another object", '{"days": [], "url": "x.com"}'],
    ["a time of one site for all days", "domain,time(sec)\nx.com,60\n"],
  ])("as %s", (_, text) => {
    const message = refusalOf(text);
    expect(message).toContain("This is no file that can be imported here. Nothing was changed.");
    for (const { name } of tools) expect(message).toContain(name);
  });
});

describe("a file of a tool that holds no time is refused", () => {
  test.each([
    ['{"__meta__": {"version": "4.0.0", "ts": 1}, "__stat__": []}', "Time Tracker for Browser"],
    ['[{"url": "x.com", "days": []}]', "Web Activity Time Tracker"],
    ['{"buckets": {}}', "ActivityWatch"],
  ])("as %s", (text, tool) => {
    expect(refusalOf(text)).toContain(`This file of ${tool} holds no time that can be imported. Nothing was changed.`);
  });
});

test("a file that breaks off is refused", () => {
  for (const name of ["timetracker-4.json", "webactivity.json", "activitywatch-all.json"])
    expect(refusalOf(fixture(name).slice(0, -20)), name).toContain("This file is damaged");
});
