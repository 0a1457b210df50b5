import { expect, test } from "vitest";
import { answer, type Question } from "../../src/catalog/answer";
import { compile, shippedRules } from "../../src/catalog/classify";
import { judgesOf } from "../../src/catalog/judges";

const catalog = compile(shippedRules());
const question: Question = { keys: ["github.com", "x.com/home", "__proto__", "other-apps:"], url: null };
const judges = judgesOf(question, answer(catalog, question));

test.each(question.keys)("what was answered judges as the catalog does: %s", (key) => {
  expect(judges.classifyKey(key)).toEqual(catalog.classifyKey(key));
});

test("what was answered has the catalog's channels", () => {
  expect(judges.channels).toEqual(catalog.channels);
});

test.each(["x.com", "", "constructor"])("a page that was not asked for is judged by nobody: %j", (key) => {
  expect(() => judges.classifyKey(key)).toThrow(`"${key}" was not asked for`);
});
