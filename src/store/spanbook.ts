import { cutSpan, joinSpans, type Span } from "../attention/span";
import type { Database, StoredSpan } from "./database";

/** The spans that one transaction changes. The open one, which the next stretch may go on with, is changed in memory and written once. */
export interface Spanbook {
  open(): StoredSpan | null;
  /** Adds a stretch: to the open span where it goes on with it, else as a span of its own. */
  add(span: Span): Promise<void>;
  /** Takes silent attention after an instant of the steady clock away, and resolves with what was taken. */
  cutBack(upTo: number): Promise<Span[]>;
  /** Writes the open span where it was changed. */
  write(): Promise<void>;
}

export function openSpanbook(db: Database, stored: StoredSpan | null): Spanbook {
  let open = stored;
  let isWritten = true;

  const write = async () => {
    if (open && !isWritten) await db.spans.put(open);
    isWritten = true;
  };

  return {
    open: () => open,
    async add(span) {
      const joined = open && joinSpans(open, span);
      if (open && joined) {
        open = { ...joined, id: open.id };
        isWritten = false;
        return;
      }
      await write();
      open = { ...span, id: await db.spans.add(span) };
    },
    async cutBack(upTo) {
      await write();
      const tail = await db.spans
        .orderBy("id")
        .reverse()
        .until((span) => span.elapsed <= upTo)
        .toArray();
      const taken: Span[] = [];
      for (const span of tail) {
        const { kept, removed } = cutSpan(span, upTo);
        if (!removed) continue;
        taken.push(removed);
        const shorter = kept && { ...kept, id: span.id };
        if (shorter) await db.spans.put(shorter);
        else await db.spans.delete(span.id);
        if (span.id === open?.id) open = shorter;
      }
      return taken;
    },
    write,
  };
}
