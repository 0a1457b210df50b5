import type { Glance } from "../trap/glance";
import { native } from "./native";

// The last picture's numbers, for the next popup: it has them before it could open the database. For this browser session only.

const NAME = "glance";

/** Keeps what the toolbar was painted from: a glance at the verdict's own window. The sites are told later than the first picture. */
export async function keepGlance({ shown, window, verdict, ...kept }: Glance): Promise<void> {
  await native.storage.session.set({ [NAME]: { ...kept, verdict: { ...verdict, sites: [] } } });
}

/** What was kept last; null when nothing was in this browser session. */
export async function readGlance(): Promise<Glance | null> {
  const stored = await native.storage.session.get(NAME);
  return glanceOf(stored[NAME]);
}

/** Calls back with every glance that is kept from now on. */
export function watchGlance(onGlance: (glance: Glance) => void): void {
  native.storage.session.onChanged.addListener((changes) => {
    const glance = glanceOf(changes[NAME]?.newValue);
    if (glance) onGlance(glance);
  });
}

function glanceOf(stored: unknown): Glance | null {
  const kept = stored as Omit<Glance, "shown" | "window"> | undefined;
  return kept ? { ...kept, shown: kept.verdict, window: "14" } : null;
}
