import { afterEach, describe, expect, test, vi } from "vitest";
import type { Channel } from "../../src/catalog/channels";
import { createCatalogs } from "../../src/store/catalogs";
import type { Database } from "../../src/store/database";
import { addRules, removeChannel, removeRule, type StoredRule } from "../../src/store/rules";
import { readSettings, writeSetting } from "../../src/store/settings";
import { openStore } from "./opened";

afterEach(() => {
  vi.restoreAllMocks();
});

const podcast: Channel = { id: "my-podcast", label: "Podcast", category: "distribution" };
const rule = (text: string, channel: string): StoredRule => ({ text, channel, since: null });
const settingsOf = async (db: Database) => (await readSettings(db)).settings;

describe("the catalog that holds", () => {
  test("is the shipped one at first", async () => {
    const db = openStore();
    const catalog = await createCatalogs(db)(await settingsOf(db));
    expect(catalog.classify("https://github.com/acme/shop")).toMatchObject({ channel: "code-hosting", own: false });
  });

  test("knows the user's rules, channels and domains", async () => {
    const db = openStore();
    await addRules(db, { rules: [rule("riverside.fm", "my-podcast")], channels: [podcast] });
    await writeSetting(db, "ownDomains", ["shop.example"]);
    const catalog = await createCatalogs(db)(await settingsOf(db));
    expect(catalog.classify("https://riverside.fm/")).toMatchObject({
      channel: "my-podcast",
      label: "Podcast",
      own: true,
    });
    expect(catalog.classify("https://shop.example/").rule).toBe("shop.example (your domain)");
    expect(catalog.channels.at(-1)).toEqual(podcast);
  });

  test("does without a rule that cannot be read, which stays stored, and says so", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const db = openStore();
    await addRules(db, { rules: [rule("example.org", "ai"), rule("not a pattern", "ai")], channels: [] });
    const catalog = await createCatalogs(db)(await settingsOf(db));
    expect(catalog.classify("https://example.org/")).toMatchObject({ channel: "ai", own: true });
    expect(await db.rules.count()).toBe(2);
    expect(said.mock.calls).toEqual([['The rule "not a pattern" cannot be read']]);
  });

  test("is the same object until something changes, and another after", async () => {
    const db = openStore();
    const catalogOf = createCatalogs(db);
    const first = await catalogOf(await settingsOf(db));
    expect(await catalogOf(await settingsOf(db))).toBe(first);
    await writeSetting(db, "idleSeconds", 60);
    expect(await catalogOf(await settingsOf(db)), "other settings do not matter").toBe(first);
    await addRules(db, { rules: [rule("a.com", "ai")], channels: [] });
    const second = await catalogOf(await settingsOf(db));
    expect(second).not.toBe(first);
    expect(await catalogOf(await settingsOf(db))).toBe(second);
  });

  test("follows every change", async () => {
    const db = openStore();
    const catalogOf = createCatalogs(db);
    const ruleOf = async (url: string) => (await catalogOf(await settingsOf(db))).classify(url).rule;
    expect(await ruleOf("https://nobody.example/")).toBe("-");
    await addRules(db, { rules: [rule("nobody.example", "my-podcast")], channels: [podcast] });
    expect(await ruleOf("https://nobody.example/")).toBe("nobody.example");
    await removeChannel(db, "my-podcast");
    expect(await ruleOf("https://nobody.example/")).toBe("-");
    await addRules(db, { rules: [rule("nobody.example", "ai")], channels: [] });
    expect(await ruleOf("https://nobody.example/")).toBe("nobody.example");
    await removeRule(db, "nobody.example");
    expect(await ruleOf("https://nobody.example/")).toBe("-");
    await writeSetting(db, "ownDomains", ["nobody.example"]);
    expect(await ruleOf("https://nobody.example/")).toBe("nobody.example (your domain)");
    await writeSetting(db, "ownDomains", []);
    expect(await ruleOf("https://nobody.example/")).toBe("-");
  });

  test("is read from the store once for each state", async () => {
    const db = openStore();
    const catalogOf = createCatalogs(db);
    const read = vi.spyOn(db.rules, "toArray");
    for (let i = 0; i < 5; i++) await catalogOf(await settingsOf(db));
    expect(read).toHaveBeenCalledTimes(1);
    await addRules(db, { rules: [rule("a.com", "ai")], channels: [] });
    for (let i = 0; i < 5; i++) await catalogOf(await settingsOf(db));
    expect(read).toHaveBeenCalledTimes(2);
  });

  test("is compiled once for all who ask at the same time", async () => {
    const db = openStore();
    const catalogOf = createCatalogs(db);
    const read = vi.spyOn(db.rules, "toArray");
    const settings = await settingsOf(db);
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => catalogOf(settings)));
    expect(others.every((one) => one === first)).toBe(true);
    expect(read).toHaveBeenCalledTimes(1);
  });

  test("is tried again after a store that could not be read", async () => {
    const db = openStore();
    const catalogOf = createCatalogs(db);
    const settings = await settingsOf(db);
    const read = vi.spyOn(db.rules, "toArray").mockRejectedValueOnce(new Error("no"));
    await expect(catalogOf(settings)).rejects.toThrow("no");
    await expect(catalogOf(settings)).resolves.toHaveProperty("classify");
    expect(read).toHaveBeenCalledTimes(2);
  });

  test("is the newer one where the store has gone on since the settings were read", async () => {
    const db = openStore();
    const catalogOf = createCatalogs(db);
    const before = await settingsOf(db);
    await addRules(db, { rules: [rule("nobody.example", "ai")], channels: [] });
    expect((await catalogOf(before)).classify("https://nobody.example/").own).toBe(true);
    expect((await catalogOf(await settingsOf(db))).classify("https://nobody.example/").own).toBe(true);
  });
});
