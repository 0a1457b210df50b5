import { IDBFactory } from "fake-indexeddb";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Channel } from "../../src/catalog/channels";
import { compile, shippedRules } from "../../src/catalog/classify";
import { parseRuleFile } from "../../src/catalog/rulefile";
import { isKept } from "../../src/catalog/scope";
import type { Database } from "../../src/store/database";
import { addRules, readOwnRules, removeChannel, removeRule, rulesOfFile, type StoredRule } from "../../src/store/rules";
import { readSettings, writeSetting } from "../../src/store/settings";
import { openStore } from "./opened";

afterEach(() => {
  vi.restoreAllMocks();
});

const podcast: Channel = { id: "my-podcast", label: "Podcast", category: "distribution" };
const radio: Channel = { id: "my-radio", label: "Radio", category: "neutral" };
const rule = (text: string, channel: string, since: string | null = null): StoredRule => ({ text, channel, since });

const settingsOf = async (db: Database) => (await readSettings(db)).settings;
const changes = async (db: Database) => (await settingsOf(db)).rulesChanged;

describe("rules of the user's", () => {
  test("are none at first", async () => {
    const db = openStore();
    expect(await readOwnRules(db)).toEqual({ rules: [], channels: [] });
    expect(await changes(db)).toBe(0);
  });

  test("are stored with their channels, ordered by pattern and by id, and are there when the store is opened again", async () => {
    const indexedDB = new IDBFactory();
    const db = openStore(indexedDB);
    await addRules(db, {
      rules: [rule("b.com", "my-radio"), rule("a.com/x/**", "ai", "2026-03-02"), rule("a.com", "my-podcast")],
      channels: [radio, podcast],
    });
    db.close();
    expect(await readOwnRules(openStore(indexedDB))).toEqual({
      rules: [rule("a.com", "my-podcast"), rule("a.com/x/**", "ai", "2026-03-02"), rule("b.com", "my-radio")],
      channels: [podcast, radio],
    });
  });

  test("take the place of those of the same pattern, and channels of those of the same id", async () => {
    const db = openStore();
    await addRules(db, { rules: [rule("a.com", "ai"), rule("b.com", "ai")], channels: [podcast] });
    const renamed = { ...podcast, label: "Show" };
    await addRules(db, { rules: [rule("a.com", "social", "2026-03-02")], channels: [renamed] });
    expect(await readOwnRules(db)).toEqual({
      rules: [rule("a.com", "social", "2026-03-02"), rule("b.com", "ai")],
      channels: [renamed],
    });
  });

  test("are counted each time that they change, many at once as one", async () => {
    const db = openStore();
    await addRules(db, { rules: [rule("a.com", "ai"), rule("b.com", "ai")], channels: [podcast, radio] });
    expect(await changes(db)).toBe(1);
    await removeRule(db, "a.com");
    expect(await changes(db)).toBe(2);
    await removeChannel(db, "my-radio");
    expect(await changes(db)).toBe(3);
  });

  test("are counted when several pages change them at the same time", async () => {
    const db = openStore();
    const texts = ["a.com", "b.com", "c.com", "d.com"];
    await Promise.all(texts.map((text) => addRules(db, { rules: [rule(text, "ai")], channels: [] })));
    expect(await changes(db)).toBe(4);
    expect((await readOwnRules(db)).rules.map(({ text }) => text)).toEqual(texts);
  });

  test("are counted anew where the count makes no sense, and other settings stay", async () => {
    const db = openStore();
    await writeSetting(db, "idleSeconds", 60);
    await db.settings.put({ name: "rulesChanged", value: "often" });
    await addRules(db, { rules: [rule("a.com", "ai")], channels: [] });
    expect(await settingsOf(db)).toMatchObject({ rulesChanged: 1, idleSeconds: 60 });
  });

  test("that are taken away leave the others", async () => {
    const db = openStore();
    await addRules(db, {
      rules: [rule("a.com", "ai"), rule("a.com/b", "ai"), rule("b.com", "ai")],
      channels: [podcast],
    });
    await removeRule(db, "a.com");
    await removeRule(db, "nobody.com");
    expect(await readOwnRules(db)).toEqual({
      rules: [rule("a.com/b", "ai"), rule("b.com", "ai")],
      channels: [podcast],
    });
  });

  test("go with their channel, and no other rule does", async () => {
    const db = openStore();
    await addRules(db, {
      rules: [rule("a.com", "my-podcast"), rule("b.com", "my-radio"), rule("c.com", "ai"), rule("d.com", "my-podcast")],
      channels: [podcast, radio],
    });
    await removeChannel(db, "my-podcast");
    expect(await readOwnRules(db)).toEqual({
      rules: [rule("b.com", "my-radio"), rule("c.com", "ai")],
      channels: [radio],
    });
  });
});

describe("a change that fails", () => {
  const before = { rules: [rule("a.com", "my-podcast")], channels: [podcast] };

  async function stored(): Promise<Database> {
    const db = openStore();
    await addRules(db, before);
    return db;
  }

  const unchanged = async (db: Database) => {
    expect(await readOwnRules(db)).toEqual(before);
    expect(await changes(db)).toBe(1);
  };

  test("in a rule leaves everything as it was, its channels too", async () => {
    const db = await stored();
    const nameless = { channel: "ai", since: null } as unknown as StoredRule;
    const adding = addRules(db, { rules: [rule("b.com", "my-radio"), nameless], channels: [radio] });
    await expect(adding).rejects.toThrow();
    await unchanged(db);
  });

  test("in a channel leaves everything as it was", async () => {
    const db = await stored();
    const nameless = { label: "x", category: "build" } as unknown as Channel;
    await expect(addRules(db, { rules: [rule("b.com", "ai")], channels: [radio, nameless] })).rejects.toThrow();
    await unchanged(db);
  });

  test.each<[string, (db: Database) => Promise<void>]>([
    ["added", (db) => addRules(db, { rules: [rule("b.com", "ai")], channels: [radio] })],
    ["taken away", (db) => removeRule(db, "a.com")],
    ["taken away with its channel", (db) => removeChannel(db, "my-podcast")],
  ])("in its mark leaves everything as it was: nothing is %s", async (_, act) => {
    const db = await stored();
    vi.spyOn(db.settings, "put").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    await expect(act(db)).rejects.toThrow();
    vi.restoreAllMocks();
    await unchanged(db);
  });
});

describe("a file of rules that is added", () => {
  test("corrects the past where its parts were kept, and begins today where they were not", () => {
    const file = parseRuleFile("[my-podcast | Podcast | distribution]\na.com\n[ai]\na.com/b/**\na.com/c/**");
    expect(rulesOfFile(file, "2026-03-02", (text) => text !== "a.com/b/**")).toEqual({
      rules: [rule("a.com", "my-podcast"), rule("a.com/b/**", "ai", "2026-03-02"), rule("a.com/c/**", "ai")],
      channels: [podcast],
    });
  });

  test("is judged by what the shipped lists keep", () => {
    const { keyOf } = compile(shippedRules());
    const file = parseRuleFile("[ai]\ngithub.com/acme/shop/**\nnobody.example\nnobody.example/private/**");
    const { rules } = rulesOfFile(file, "2026-03-02", (text) => isKept(text, keyOf));
    expect(rules.map(({ text, since }) => [text, since])).toEqual([
      ["github.com/acme/shop/**", null],
      ["nobody.example", null],
      ["nobody.example/private/**", "2026-03-02"],
    ]);
  });

  test("leaves the file as it is", () => {
    const file = parseRuleFile("[ai]\na.com");
    rulesOfFile(file, "2026-03-02", () => false);
    expect(file).toEqual({ rules: [{ text: "a.com", channel: "ai" }], channels: [] });
  });
});
