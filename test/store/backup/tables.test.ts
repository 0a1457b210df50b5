import { expect, test } from "vitest";
import { isOfMachine, tableNames, tableOf } from "../../../src/store/backup/tables";
import { openStore } from "../opened";

test("Every table is backed up but the tracker, which is what a running recorder knows", () => {
  const names = openStore().tables.map(({ name }) => name);
  expect([...tableNames, "tracker"].sort()).toEqual(names.sort());
});

test("A table is found by its name", () => {
  const db = openStore();
  expect(tableNames.map((name) => tableOf(db, name).name)).toEqual(tableNames);
});

test("How things stand on a machine is told apart from what the user has decided", () => {
  expect(isOfMachine({ name: "pause" })).toBe(true);
  expect(isOfMachine({ name: "target" })).toBe(false);
});
