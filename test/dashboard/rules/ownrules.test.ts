import { describe, expect, test } from "vitest";
import { compile, shippedRules } from "../../../src/catalog/classify";
import type { Desk } from "../../../src/dashboard/desk";
import {
  addChannel,
  addRule,
  dropChannel,
  dropRule,
  explain,
  importRules,
} from "../../../src/dashboard/rules/ownrules";
import type { Database } from "../../../src/store/database";
import { addRules, readOwnRules } from "../../../src/store/rules";
import { openStore } from "../../store/opened";

const catalog = compile(shippedRules());
const fileOf = (content: BlobPart) => new File([content], "mine.txt");
const textsIn = async (db: Database) => (await readOwnRules(db)).rules.map(({ text }) => text);

/** A desk that remembers what it offered to take back. */
function deskOf(db: Database) {
  const offered: { done: string; undo: () => Promise<unknown> }[] = [];
  const offerUndo: Desk["offerUndo"] = async (done, undo) => void offered.push({ done, undo });
  return { desk: { db, offerUndo } as Desk, offered };
}

describe("a rule that is typed", () => {
  test("is added, each alternative by itself", async () => {
    const db = openStore();
    expect(await addRule(db, catalog, "a.{com,org}", "social")).toEqual(["Added: a.com, a.org."]);
    expect(await textsIn(db)).toEqual(["a.com", "a.org"]);
  });

  test("and cannot be read changes nothing, and says why", async () => {
    const db = openStore();
    const [told] = await addRule(db, catalog, "a b.com", "social");
    expect(told).toMatch(/^Not added: .*Your rules stay as they are/);
    expect(await textsIn(db)).toEqual([]);
  });

  test("can be put back for a while after it was removed", async () => {
    const db = openStore();
    const rule = { text: "a.com/b/**", channel: "social", since: "2026-03-02" };
    await addRules(db, { rules: [rule], channels: [] });
    const { desk, offered } = deskOf(db);
    await dropRule(desk, rule);
    expect(await textsIn(db)).toEqual([]);
    expect(offered.map(({ done }) => done)).toEqual(["The rule a.com/b/** is removed."]);
    await offered[0]?.undo();
    expect((await readOwnRules(db)).rules).toEqual([rule]);
  });
});

describe("a channel of the user's", () => {
  test("has an id of its own, also where the name was taken", async () => {
    const db = openStore();
    expect(await addChannel(db, "Podcast", "distribution", [])).toBe("Added: Podcast.");
    const { channels } = await readOwnRules(db);
    await addChannel(db, "Podcast", "build", channels);
    expect((await readOwnRules(db)).channels.map(({ id }) => id)).toEqual(["my-podcast", "my-podcast-2"]);
  });

  test("with a name that a file could not hold changes nothing, and says why", async () => {
    const db = openStore();
    expect(await addChannel(db, "a|b", "build", [])).toMatch(/^Not added: .*Your channels stay as they are/);
    expect((await readOwnRules(db)).channels).toEqual([]);
  });

  test("goes with its rules, and comes back with them", async () => {
    const db = openStore();
    const podcast = { id: "my-podcast", label: "Podcast", category: "distribution" } as const;
    const before = {
      rules: [
        { text: "a.com", channel: "my-podcast", since: null },
        { text: "b.com", channel: "ai", since: null },
      ],
      channels: [podcast],
    };
    await addRules(db, before);
    const { desk, offered } = deskOf(db);
    await dropChannel(desk, podcast);
    expect(await readOwnRules(db)).toEqual({ rules: [before.rules[1]], channels: [] });
    await offered[0]?.undo();
    expect(await readOwnRules(db)).toEqual(before);
  });
});

describe("a file of rules", () => {
  test("is added whole", async () => {
    const db = openStore();
    const file = fileOf("[my-podcast | Podcast | distribution]\na.com\n[ai]\nb.com\nc.com");
    expect(await importRules(db, catalog, file)).toEqual([
      "Added 3 rules from mine.txt.",
      "It brought 1 channel of your own.",
    ]);
    expect(await textsIn(db)).toEqual(["a.com", "b.com", "c.com"]);
  });

  test.each<[string, BlobPart, RegExp]>([
    ["with a line that cannot be read", "[ai]\na.com\nb c.com", /^line 3: /],
    ["that is a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), /is no text in UTF-8/],
    [
      "in another encoding",
      new Uint8Array([0x5b, 0x61, 0x69, 0x5d, 0x0a, 0xe4, 0x2e, 0x64, 0x65]),
      /is no text in UTF-8/,
    ],
    ["that is huge", "a".repeat(5_000_001), /larger than 5 MB/],
  ])("%s adds nothing, and says why", async (_, content, why) => {
    const db = openStore();
    const told = await importRules(db, catalog, fileOf(content));
    expect(told[0]).toMatch(/^Nothing was added.*our rules stay as they are/);
    expect(told.at(-1)).toMatch(why);
    expect(await textsIn(db)).toEqual([]);
  });

  test("of the largest size is read", async () => {
    const db = openStore();
    const told = await importRules(db, catalog, fileOf(`[ai]\na.com\n#${"a".repeat(5_000_000 - 12)}`));
    expect(told).toEqual(["Added 1 rule from mine.txt."]);
  });

  test("that cannot be read adds nothing, and says so", async () => {
    const gone = { name: "mine.txt", size: 5, text: () => Promise.reject(new Error("gone")) } as File;
    const [told] = await importRules(openStore(), catalog, gone);
    expect(told).toMatch(/^Nothing was added: mine.txt could not be read/);
  });
});

describe("what an address is", () => {
  const own = compile(shippedRules(), {
    rules: [{ text: "forum.example", channel: "community" }],
    channels: [],
    domains: [],
  });

  test.each([
    ["github.com/acme/app", "github.com is Code hosting (build), by the rule github.com/{owner}/{repo}/**."],
    [" https://forum.example/t/1 ", "forum.example is Communities (distribution), by your rule forum.example."],
    ["nobody.example:8080/x", "nobody.example:8080 is Other sites (neutral): no rule knows it."],
    ["about:blank", "about: is Browser pages (neutral), by the rule about:."],
    ["http://", "That is no address."],
    [" ", ""],
  ])("%j: %s", (address, said) => {
    expect(explain(address, own)).toBe(said);
  });
});
