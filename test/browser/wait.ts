import { setTimeout as after } from "node:timers/promises";

export const patience = 15_000;

/** Asks until the answer is truthy. For what no event tells. */
export async function poll<T>(what: string, ask: () => T | Promise<T>, limit = patience): Promise<NonNullable<T>> {
  const deadline = performance.now() + limit;
  let failure: unknown;
  do {
    try {
      const answer = await ask();
      if (answer) return answer;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    await after(20);
  } while (performance.now() < deadline);
  throw new Error(`waited ${limit} ms for ${what}`, { cause: failure });
}

/** A promise with a deadline that says what was awaited. */
export async function within<T>(what: string, promise: Promise<T>, limit = patience): Promise<T> {
  const over = new AbortController();
  const late = after(limit, undefined, { signal: over.signal }).then(
    () => {
      throw new Error(`waited ${limit} ms for ${what}`);
    },
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([promise, late]);
  } finally {
    over.abort();
  }
}
