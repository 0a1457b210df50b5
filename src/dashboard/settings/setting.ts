import { announceChange } from "../../browser/announce";
import { parseSiteLines } from "../../catalog/sitelist";
import type { Database } from "../../store/database";
import { type Settings, writeSetting } from "../../store/settings";
import { siteFault } from "../../ui/sitefault";

/** Stores a setting, and has it hold at once everywhere. */
export async function saveSetting<K extends keyof Settings>(db: Database, name: K, value: Settings[K]): Promise<void> {
  await writeSetting(db, name, value);
  await announceChange();
}

/** Stores a list of sites as typed, one a line, when every line is one. Else says which is none, and the list stays as it was. */
export async function saveSites(db: Database, name: "neverRecord" | "ownDomains", text: string): Promise<string> {
  const { sites, wrong } = parseSiteLines(text);
  if (wrong.length > 0) return siteFault(wrong);
  await saveSetting(db, name, sites);
  return "";
}
