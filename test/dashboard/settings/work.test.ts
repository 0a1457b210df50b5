import { describe, expect, test } from "vitest";
import { compile, shippedRules } from "../../../src/catalog/classify";
import type { Desk } from "../../../src/dashboard/desk";
import {
  addOffHours,
  removeOffHours,
  removeProject,
  saveNudging,
  saveProject,
} from "../../../src/dashboard/settings/work";
import type { Database } from "../../../src/store/database";
import { initialSettings, readSettings } from "../../../src/store/settings";
import { openStore } from "../../store/opened";

const catalog = compile(shippedRules());
const settingsOf = async (db: Database) => (await readSettings(db)).settings;
const written = { name: "Acme", domains: "acme.dev", repositories: "github.com/acme/app", isParked: false };

/** A desk that remembers what it offered to take back. */
function deskOf(db: Database) {
  const offered: { done: string; undo: () => Promise<unknown> }[] = [];
  const offerUndo: Desk["offerUndo"] = async (done, undo) => void offered.push({ done, undo });
  return { desk: { db, offerUndo, settings: initialSettings } as Desk, offered };
}

describe("hours that do not count", () => {
  const hours = { days: [1, 5], from: 9, until: 17 };

  test("are stored by day, however they were chosen, and once", async () => {
    const db = openStore();
    expect(await addOffHours(db, { ...hours, days: [5, 1] })).toBe("");
    expect(await addOffHours(db, hours)).toContain("These hours are there already.");
    expect((await settingsOf(db)).offHours).toEqual([hours]);
  });

  test.each([
    [{ ...hours, days: [] }, "choose at least one day"],
    [{ ...hours, until: 9 }, "A whole day is 0:00 to 24:00."],
  ])("that are none are refused: %j", async (none, why) => {
    const db = openStore();
    expect(await addOffHours(db, none)).toContain(why);
    expect((await settingsOf(db)).offHours).toEqual([]);
  });

  test("are removed, and put back", async () => {
    const db = openStore();
    await addOffHours(db, hours);
    const { desk, offered } = deskOf(db);
    await removeOffHours(desk, hours);
    expect((await settingsOf(db)).offHours).toEqual([]);
    expect(offered.map(({ done }) => done)).toEqual(["Mon, Fri, 9:00 to 17:00 counts again."]);
    await offered[0]?.undo();
    expect((await settingsOf(db)).offHours).toEqual([hours]);
  });
});

describe("a project", () => {
  test("is removed, and put back with its id", async () => {
    const db = openStore();
    await saveProject(db, catalog, null, written);
    const { projects } = await settingsOf(db);
    const [acme] = projects;
    if (!acme) throw new Error("was not stored");
    const { desk, offered } = deskOf(db);
    await removeProject(desk, acme);
    expect((await settingsOf(db)).projects).toEqual([]);
    await offered[0]?.undo();
    await offered[0]?.undo();
    expect((await settingsOf(db)).projects).toEqual(projects);
  });

  test.each([
    [{ name: " " }, "name", "needs a name"],
    [{ domains: "no site" }, "domains", "“no site” is no site"],
    [{ repositories: "bitbucket.org/a/b" }, "repositories", "“bitbucket.org/a/b” is no repository"],
    [{ repositories: "a\nb" }, "repositories", "“a”, “b” are no repositories"],
  ])("with %j stores nothing, and says what is wrong where", async (wrong, field, text) => {
    const db = openStore();
    expect(await saveProject(db, catalog, null, { ...written, ...wrong })).toEqual({
      id: null,
      field,
      text: expect.stringContaining(text),
    });
    expect((await settingsOf(db)).projects).toEqual([]);
  });

  test("has a name that no other has", async () => {
    const db = openStore();
    expect(await saveProject(db, catalog, null, written)).toBe(null);
    expect((await saveProject(db, catalog, null, written))?.text).toContain("there is a project “Acme” already");
    expect((await settingsOf(db)).projects).toHaveLength(1);
  });
});

test("quiet hours leave room for a nudge", async () => {
  const db = openStore();
  expect(await saveNudging(db, { isOn: true, quietFrom: 9, quietUntil: 9 })).toContain("quiet all day");
  expect((await settingsOf(db)).nudge).toEqual(initialSettings.nudge);
  expect(await saveNudging(db, { isOn: true, quietFrom: 9, quietUntil: 10 })).toBe("");
  expect((await settingsOf(db)).nudge).toEqual({ isOn: true, quietFrom: 9, quietUntil: 10 });
});
