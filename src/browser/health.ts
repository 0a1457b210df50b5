import { native } from "./native";

// Whether recording works is the one thing that the database cannot tell when it fails: it is told beside it, for this
// browser session only.

const NAME = "failure";

let told: string | null | undefined;

/** Tells every page why recording is stopped, or that it is not. */
export async function tellFailure(id: string | null): Promise<void> {
  if (id === told) return;
  told = id;
  if (id === null) await native.storage.session.remove(NAME);
  else await native.storage.session.set({ [NAME]: id });
}

/** Why recording is stopped; null: it is not. */
export async function readFailure(): Promise<string | null> {
  const stored = await native.storage.session.get(NAME);
  return failureOf(stored[NAME]);
}

/** Calls back when recording stops, with why, and when it goes on, with null. */
export function watchFailure(onFailure: (id: string | null) => void): void {
  native.storage.session.onChanged.addListener((changes) => {
    if (NAME in changes) onFailure(failureOf(changes[NAME]?.newValue));
  });
}

const failureOf = (stored: unknown) => (typeof stored === "string" ? stored : null);
