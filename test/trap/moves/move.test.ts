import { expect, test } from "vitest";
import { isOnce, placeOf } from "../../../src/trap/moves/move";
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
