import { expect, test } from "vitest";
import { cutSpan } from "../../src/attention/span";
import { BEFORE_CLOCK, settleSpan } from "../../src/store/clock";
import { recordAll } from "../../src/store/record";
import { openStore, writeSettings } from "./opened";
import { beatAt, LATE, MINUTE } from "./stocked";

const foreign = {
  key: "elsewhere.example",
  start: LATE - 60 * MINUTE,
  end: LATE + 10 * MINUTE,
  offset: 60,
  audible: false,
};

test("A span from elsewhere is one of this store", () => {
  expect(settleSpan({ ...foreign, block: 3 }, -7)).toEqual({ ...foreign, block: 3, elapsed: BEFORE_CLOCK, id: -7 });
});

test("It is not cut by the furthest idle cut-back there can be, at the very beginning of the clock", async () => {
  expect(cutSpan(settleSpan(foreign, 1), -15 * MINUTE).removed).toBeNull();
  const db = openStore();
  await writeSettings(db, { idleSeconds: 900 });
  await db.spans.put(settleSpan(foreign, 0));
  await recordAll(db, [
    beatAt(LATE, "github.com"),
    beatAt(LATE + MINUTE, "github.com"),
    beatAt(LATE + 2 * MINUTE, "github.com", { presence: "idle", cause: "idle" }),
  ]);
  expect(await db.spans.toArray()).toEqual([settleSpan(foreign, 0)]);
  expect(await db.days.count()).toBe(0);
});
