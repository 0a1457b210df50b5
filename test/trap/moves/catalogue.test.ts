import { afterEach, describe, expect, test } from "vitest";
import messages from "../../../public/_locales/en/messages.json";
import { channelOf } from "../../../src/catalog/channels";
import { compile, shippedRules } from "../../../src/catalog/classify";
import { setTexts } from "../../../src/texts/say";
import { moves } from "../../../src/trap/moves/catalogue";
import { camelOf, placeOf } from "../../../src/trap/moves/move";

const english: Record<string, { message: string }> = messages;
const catalog = compile(shippedRules());

describe("the catalogue", () => {
  test("has moves enough, for both stages", () => {
    const forStage = (stage: string) => moves.filter((move) => move.stage === stage).length;
    expect(moves.length).toBeGreaterThanOrEqual(40);
    expect(forStage("before")).toBeGreaterThanOrEqual(8);
    expect(forStage("after")).toBeGreaterThanOrEqual(6);
  });

  test("has no move, title or reason twice", () => {
    for (const field of ["id", "title", "why", "how"] as const)
      expect(new Set(moves.map((move) => move[field])).size, field).toBe(moves.length);
  });

  test("leads to nothing but these pages that are no distribution", () => {
    const neutral = moves.filter(({ url }) => catalog.classify(url).category === "neutral");
    expect([...new Set(neutral.map(placeOf))].sort()).toEqual(["docs.google.com", "hn.algolia.com", "mail.google.com"]);
  });
});

describe("the texts of the moves", () => {
  afterEach(() => setTexts((name) => english[name]?.message ?? ""));

  test("are three for each move, and none is left over", () => {
    const parts = ["title", "why", "how"];
    const wanted = moves.flatMap(({ id }) => parts.map((part) => `move_${camelOf(id)}_${part}`));
    const there = Object.keys(messages).filter((name) => /^move_(?!(reason|doing|before|after|rest)_)/.test(name));
    expect(there.sort()).toEqual(wanted.sort());
  });

  test("are said when they are read, in the language of that time", () => {
    setTexts((name) => `deutsch ${name}`);
    expect(moves[0]).toMatchObject({
      title: "deutsch move_fiveMessagesWithSetUp_title",
      why: "deutsch move_fiveMessagesWithSetUp_why",
      how: "deutsch move_fiveMessagesWithSetUp_how",
    });
  });

  test("are copied with a copy, as plain values", () => {
    const copies = moves.flatMap((move) => [{ ...move }, structuredClone(move), JSON.parse(JSON.stringify(move))]);
    setTexts(() => "");
    for (const { title, why, how } of copies) for (const text of [title, why, how]) expect(text).toMatch(/^[A-Z]/);
  });
});

describe.each(moves.map((move) => ({ id: move.id, move })))("$id", ({ move }) => {
  test("reads well", () => {
    expect(move.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(move.title).toMatch(/^[A-Z].*[^.!?\s]$/);
    expect(move.title.length).toBeLessThanOrEqual(60);
    expect(move.why).toMatch(/^[A-Z].*\.$/);
    expect(move.why.length).toBeLessThanOrEqual(140);
    expect(move.how).toMatch(/[.?”]$/);
    expect(move.how.length).toBeLessThanOrEqual(120);
    for (const text of [move.title, move.why, move.how]) expect(text).not.toMatch(/!| {2}|"|^\s|\s$/);
  });

  test("can be done in five minutes to two hours", () => {
    expect(Number.isInteger(move.minutes)).toBe(true);
    expect(move.minutes).toBeGreaterThanOrEqual(5);
    expect(move.minutes).toBeLessThanOrEqual(120);
  });

  test("counts for a channel of distribution that is not scrolling", () => {
    expect(channelOf(move.channel).category).toBe("distribution");
    expect(move.channel).not.toBe("feeds");
  });

  test("opens a page over https, which is no feed and no building", () => {
    const { href, protocol, search, hash } = new URL(move.url);
    expect([href, protocol, search, hash]).toEqual([move.url, "https:", "", ""]);
    const { category, channel } = catalog.classify(move.url);
    expect(category).not.toBe("build");
    expect(channel).not.toBe("feeds");
  });

  test("names what it rests on", () => {
    expect(move.source.name.length).toBeGreaterThan(3);
    expect(new URL(move.source.url).protocol).toBe("https:");
    expect(new URL(move.source.url).href).toBe(move.source.url);
  });

  test("for regulars only is told apart from building by its site", () => {
    if (move.regularsOnly) expect(catalog.classify(move.url).category).toBe("distribution");
  });
});
