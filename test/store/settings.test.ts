import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSite } from "../../src/catalog/page";
import { initialSettings, readSettings, resetSetting, type Settings, writeSetting } from "../../src/store/settings";
import { openStore } from "./opened";

/** Stores a value past all checks, as an older release or an accident may have left it. */
async function storeWith(name: string, value: unknown) {
  const db = openStore();
  await db.settings.put({ name, value });
  return db;
}

const project = {
  id: "a",
  name: "App",
  domains: ["acme.example"],
  repositories: ["github.com/acme/app"],
  isParked: false,
};
const nudge = { isOn: true, quietFrom: 20, quietUntil: 9 };
const office = { days: [1, 2, 3, 4, 5], from: 9, until: 17 };

describe("readSettings", () => {
  test("gives what holds from the start when nothing is stored", async () => {
    expect(await readSettings(openStore())).toEqual({ settings: initialSettings, unreadable: [] });
    expect(initialSettings).toEqual({
      idleSeconds: 180,
      neverRecord: [],
      pause: null,
      otherApps: null,
      tracingSince: null,
      ownDomains: [],
      rulesChanged: 0,
      projects: [],
      passedOver: {},
      nudge: { isOn: false, quietFrom: 20, quietUntil: 9 },
      nudgedOn: null,
      target: 0.5,
      feedsCount: true,
      offHours: [],
      keepSpansDays: null,
      theme: "system",
      weekStartsOn: 1,
      tellsWeek: true,
      seenWeek: null,
      toldWeek: null,
      savesWeeks: false,
      savedWeek: null,
    });
  });

  test.each<[keyof Settings, unknown]>([
    ["idleSeconds", 14],
    ["idleSeconds", 901],
    ["idleSeconds", 60.5],
    ["idleSeconds", "60"],
    ["idleSeconds", Number.NaN],
    ["idleSeconds", null],
    ["neverRecord", "example.org"],
    ["neverRecord", ["example.org", 7]],
    ["neverRecord", null],
    ["neverRecord", ["example.org", "https://example.org"]],
    ["ownDomains", "example.org"],
    ["ownDomains", ["example.org", null]],
    ["ownDomains", ["WWW.Example.org"]],
    ["ownDomains", ["*.example.org"]],
    ["ownDomains", ["two words"]],
    ["rulesChanged", -1],
    ["rulesChanged", 0.5],
    ["rulesChanged", "1"],
    ["rulesChanged", null],
    ["rulesChanged", Number.MAX_SAFE_INTEGER + 1],
    ["keepSpansDays", 34],
    ["keepSpansDays", 36_501],
    ["tracingSince", "now"],
    ["pause", {}],
    ["pause", { from: 1 }],
    ["pause", { from: 1, until: Number.POSITIVE_INFINITY }],
    ["pause", "tomorrow"],
    ["pause", undefined],
    ["projects", {}],
    ["projects", [project, null]],
    ["projects", [{ ...project, id: "" }]],
    ["projects", [{ ...project, name: "" }]],
    ["projects", [{ ...project, name: 7 }]],
    ["projects", [{ ...project, domains: ["https://acme.example"] }]],
    ["projects", [{ ...project, domains: null }]],
    ["projects", [{ ...project, repositories: [7] }]],
    ["projects", [{ ...project, repositories: "github.com/acme/app" }]],
    ["projects", [{ ...project, isParked: "no" }]],
    ["passedOver", null],
    ["passedOver", []],
    ["passedOver", { customers: 7 }],
    ["passedOver", { customers: "yesterday" }],
    ["passedOver", { customers: "2026-3-2" }],
    ["passedOver", { customers: "2026-13-02" }],
    ["nudge", null],
    ["nudge", true],
    ["nudge", { ...nudge, isOn: 1 }],
    ["nudge", { ...nudge, quietFrom: -1 }],
    ["nudge", { ...nudge, quietFrom: 25 }],
    ["nudge", { ...nudge, quietUntil: 25 }],
    ["nudge", { ...nudge, quietUntil: 8.5 }],
    ["nudge", { isOn: true, quietFrom: 20 }],
    ["nudgedOn", 7],
    ["nudgedOn", ""],
    ["nudgedOn", "2026-03-02T09:00:00Z"],
    ["nudgedOn", "2026-99-99"],
    ["target", 0.19],
    ["target", 0.61],
    ["target", "0.5"],
    ["target", Number.NaN],
    ["target", null],
    ["feedsCount", 1],
    ["feedsCount", null],
    ["offHours", null],
    ["offHours", [null]],
    ["offHours", [{ ...office, days: [0] }]],
    ["offHours", [{ ...office, days: [8] }]],
    ["offHours", [{ ...office, days: 1 }]],
    ["offHours", [{ ...office, from: -1 }]],
    ["offHours", [{ ...office, from: 9.5 }]],
    ["offHours", [{ ...office, until: 25 }]],
    ["offHours", [office, { days: [1], from: 9 }]],
    ["otherApps", "distribution"],
    ["otherApps", undefined],
  ])("gives %s its default when %j is stored, names it, and leaves the value as it is", async (name, value) => {
    const db = await storeWith(name, value);
    await writeSetting(db, name === "idleSeconds" ? "otherApps" : "idleSeconds", name === "idleSeconds" ? "build" : 60);
    const { settings, unreadable } = await readSettings(db);
    expect(unreadable).toEqual([name]);
    expect(settings[name]).toEqual(initialSettings[name]);
    expect(name === "idleSeconds" ? settings.otherApps : settings.idleSeconds).toBe(
      name === "idleSeconds" ? "build" : 60,
    );
    expect(await db.settings.get(name)).toEqual({ name, value });
  });

  test("passes over a setting that only another release knows, and leaves it", async () => {
    const db = await storeWith("colour", "red");
    expect(await readSettings(db)).toEqual({ settings: initialSettings, unreadable: [] });
    expect(await db.settings.count()).toBe(1);
  });
});

describe("writeSetting", () => {
  test.each<[keyof Settings, Settings[keyof Settings]]>([
    ["idleSeconds", 15],
    ["idleSeconds", 900],
    ["neverRecord", []],
    ["neverRecord", ["example.org"]],
    ["neverRecord", ["localhost:3000", "[::1]:3000", "xn--mnchen-3ya.de"]],
    ["ownDomains", []],
    ["ownDomains", ["example.org", "shop.example.org"]],
    ["rulesChanged", 1],
    ["rulesChanged", Number.MAX_SAFE_INTEGER],
    ["keepSpansDays", 35],
    ["keepSpansDays", 36_500],
    ["keepSpansDays", null],
    ["tracingSince", 1],
    ["pause", { from: 1, until: 2 }],
    ["pause", null],
    ["projects", []],
    ["projects", [project, { ...project, id: "b", domains: [], repositories: [], isParked: true }]],
    ["passedOver", {}],
    ["passedOver", { customers: "2026-03-02", shown: "2028-02-29" }],
    ["nudge", { isOn: true, quietFrom: 0, quietUntil: 24 }],
    ["nudge", { isOn: false, quietFrom: 24, quietUntil: 0 }],
    ["nudgedOn", "2026-03-02"],
    ["nudgedOn", null],
    ["target", 0.2],
    ["target", 0.6],
    ["feedsCount", true],
    ["feedsCount", false],
    ["offHours", []],
    ["offHours", [office, { days: [], from: 22, until: 6 }, { days: [7], from: 0, until: 24 }]],
    ["otherApps", "build"],
    ["otherApps", "apart"],
    ["otherApps", null],
  ])("stores %s as %j", async (name, value) => {
    const db = openStore();
    await writeSetting(db, name, value);
    expect((await readSettings(db)).settings).toEqual({ ...initialSettings, [name]: value });
  });

  test.each<[keyof Settings, unknown]>([
    ["idleSeconds", 14],
    ["idleSeconds", 901],
    ["neverRecord", [7]],
    ["neverRecord", ["example.org/path"]],
    ["ownDomains", ["münchen.de"]],
    ["rulesChanged", -1],
    ["pause", { from: Number.NaN, until: 2 }],
    ["otherApps", "away"],
    ["target", 0.1999],
    ["target", 0.6001],
    ["nudge", { ...nudge, quietFrom: 25 }],
    ["offHours", [{ ...office, days: [8] }]],
    ["projects", [{ ...project, domains: ["acme.example/path"] }]],
  ])("refuses %s as %j, and stores nothing", async (name, value) => {
    const db = openStore();
    await expect(writeSetting(db, name, value as never)).rejects.toThrow(RangeError);
    await expect(writeSetting(db, name, value as never)).rejects.toThrow(name);
    expect(await db.settings.count()).toBe(0);
  });

  test("puts a value that makes sense in the place of one that did not", async () => {
    const db = await storeWith("idleSeconds", "soon");
    await writeSetting(db, "idleSeconds", 60);
    expect(await readSettings(db)).toEqual({ settings: { ...initialSettings, idleSeconds: 60 }, unreadable: [] });
  });
});

test("a site that was made of what a person typed can be stored, whatever they typed", async () => {
  const db = openStore();
  const typed = fc.oneof(
    fc.webUrl({ authoritySettings: { withPort: true } }),
    fc.string(),
    fc.string().map((path) => `https://example.org:80/${path}`),
    fc.constantFrom("www.www.example.org", "https://example.org:80", "example.org:443", "[::80]:80", "*.example.org"),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const site = parseSite(text);
      fc.pre(site !== null);
      await writeSetting(db, "neverRecord", [site]);
      await writeSetting(db, "ownDomains", [site]);
      expect((await readSettings(db)).unreadable).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("resetSetting gives one setting its default again, and leaves the others", async () => {
  const db = openStore();
  await writeSetting(db, "idleSeconds", 60);
  await writeSetting(db, "otherApps", "build");
  await resetSetting(db, "idleSeconds");
  expect((await readSettings(db)).settings).toEqual({ ...initialSettings, otherApps: "build" });
});
