import { test, expect } from "vitest";
import { Dexie, liveQuery } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
test("x", async () => {
  const db = new Dexie("x", { indexedDB: new IDBFactory(), IDBKeyRange }); db.version(1).stores({a: "id"});
  const r: any[] = [];
  const s = liveQuery(() => db.table("a").count()).subscribe({ next: (v) => r.push(v), error: (e) => r.push(e) });
  await new Promise((f) => setTimeout(f, 300));
  console.log(r);
  await db.table("a").put({id: 1});
  await new Promise((f) => setTimeout(f, 300));
  console.log(r);
  expect(1).toBe(1);
});
