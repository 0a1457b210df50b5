import { expect, test } from "vitest";
import { camelOf, isOnce, placeOf } from "../../../src/trap/moves/move";
import { moveOf } from "./situation";

test("the place of a move is its site, as page keys have it", () => {
  expect(placeOf(moveOf({ url: "https://www.reddit.com/search/" }))).toBe("reddit.com");
  expect(placeOf(moveOf({ url: "https://news.ycombinator.com/submit" }))).toBe("news.ycombinator.com");
  expect(placeOf(moveOf({ url: "no address" }))).toBe("");
});

test("launches are once only", () => {
  expect(isOnce(moveOf({ channel: "launch" }))).toBe(true);
  expect(isOnce(moveOf({ channel: "community" }))).toBe(false);
});

test("an id is written in one word for the names of texts", () => {
  expect(camelOf("uneed")).toBe("uneed");
  expect(camelOf("one-customer-s-result")).toBe("oneCustomerSResult");
  expect(camelOf("three-answers-on-x")).toBe("threeAnswersOnX");
});
