import type { Glance } from "../trap/glance";
import { native } from "./native";

// The last picture's numbers, for the next popup: it has them before it could open the database. For this browser session only.

const NAME = "glance";

/** Keeps what the toolbar was painted from. */
export async function keepGlance(glance: Glance): Promise<void> {
  await native.storage.session.set({ [NAME]: glance });
}

/** What was kept last; null when nothing was in this browser session. */
export async function readGlance(): Promise<Glance | null> {
  const stored = await native.storage.session.get(NAME);
  return (stored[NAME] as Glance | undefined) ?? null;
}
