import { describe, expect, test, vi } from "vitest";
import type { Span } from "../../src/attention/span";
import type { Database, StoredSpan } from "../../src/store/database";
import { openSpanbook } from "../../src/store/spanbook";
import { openStore } from "./opened";

/** A stretch between two seconds of a life without a gap. */
function stretch(key: string, from: number, to: number, rest: Partial<Span> = {}): Span {
  return { key, start: from * 1000, end: to * 1000, offset: 0, audible: false, elapsed: to * 1000, ...rest };
}

const draw = ({ key, start, end }: Span) => `${key} ${start / 1000}-${end / 1000}`;

async function spansIn(db: Database): Promise<string[]> {
  return (await db.spans.orderBy("id").toArray()).map(draw);
}

/** A book in which the stretches were added. */
async function bookOf(db: Database, stored: StoredSpan | null, ...stretches: Span[]) {
  const book = openSpanbook(db, stored);
  for (const one of stretches) await book.add(one);
  return book;
}

describe("a spanbook", () => {
  test("goes on with the open span and writes it once, when told to", async () => {
    const db = openStore();
    const id = await db.spans.add(stretch("a.com", 0, 10));
    const put = vi.spyOn(db.spans, "put");
    const open = { ...stretch("a.com", 0, 10), id };
    const book = await bookOf(db, open, stretch("a.com", 10, 20), stretch("a.com", 20, 30));
    expect(await spansIn(db)).toEqual(["a.com 0-10"]);
    expect(book.open()).toEqual({ ...stretch("a.com", 0, 30), id });
    await book.write();
    await book.write();
    expect(await spansIn(db)).toEqual(["a.com 0-30"]);
    expect(put).toHaveBeenCalledTimes(1);
  });

  test("writes nothing where the open span stays as it was", async () => {
    const db = openStore();
    const put = vi.spyOn(db.spans, "put");
    await openSpanbook(db, { ...stretch("a.com", 0, 10), id: 1 }).write();
    await openSpanbook(db, null).write();
    expect(put).not.toHaveBeenCalled();
  });

  test("writes the span that went on before another one is added", async () => {
    const db = openStore();
    const book = await bookOf(db, null, stretch("a.com", 0, 10), stretch("a.com", 10, 20), stretch("b.com", 20, 30));
    expect(await spansIn(db)).toEqual(["a.com 0-20", "b.com 20-30"]);
    expect(book.open()).toMatchObject(stretch("b.com", 20, 30));
  });

  test("cuts back over several spans, from what was not written yet, and tells what was taken", async () => {
    const db = openStore();
    const lived = [
      stretch("a.com", 0, 10),
      stretch("b.com", 10, 20),
      stretch("c.com", 20, 30),
      stretch("c.com", 30, 40),
    ];
    const book = await bookOf(db, null, ...lived);
    expect((await book.cutBack(15_000)).map(draw)).toEqual(["c.com 20-40", "b.com 15-20"]);
    await book.write();
    expect(await spansIn(db)).toEqual(["a.com 0-10", "b.com 10-15"]);
    expect(book.open()).toBe(null);
  });

  test("leaves the open span shorter where a part of it is left, and goes on with that", async () => {
    const db = openStore();
    const book = await bookOf(db, null, stretch("a.com", 0, 40));
    expect((await book.cutBack(15_000)).map(draw)).toEqual(["a.com 15-40"]);
    expect(book.open()).toMatchObject({ end: 15_000, elapsed: 15_000 });
    await book.add(stretch("a.com", 15, 20));
    await book.write();
    expect(await spansIn(db)).toEqual(["a.com 0-20"]);
  });

  test("takes nothing of what was heard, and nothing before the instant", async () => {
    const db = openStore();
    const book = await bookOf(db, null, stretch("a.com", 0, 10), stretch("b.com", 10, 40, { audible: true }));
    expect(await book.cutBack(10_000)).toEqual([]);
    expect(await spansIn(db)).toEqual(["a.com 0-10", "b.com 10-40"]);
    expect((await book.cutBack(9999)).map(draw)).toEqual(["a.com 9.999-10"]);
  });
});
