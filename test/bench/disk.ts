import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BrowserName } from "../browser/session";
import type { BrowserBench } from "./bench";
import { ask, openProbe } from "./ground";

/** Where the browsers keep an extension's IndexedDB in a profile. */
const places: Record<BrowserName, { folder: string; name: RegExp }> = {
  chromium: { folder: "Default/IndexedDB", name: /^chrome-extension_/ },
  firefox: { folder: "storage/default", name: /^moz-extension/ },
};

/** What five years take on disk. */
export const disk: BrowserBench = {
  name: "disk",
  histories: { chromium: ["5 years"], firefox: ["5 years"] },
  async measure({ session, where }) {
    const probe = await openProbe(session);
    const { days, spans } = await ask(probe, "count");
    await probe.close();
    const { folder, name } = places[session.name];
    const ours = readdirSync(join(session.profile, folder)).filter((entry) => name.test(entry));
    const bytes = ours.reduce((sum, entry) => sum + sizeOf(join(session.profile, folder, entry)), 0);
    const note = `${days.toLocaleString("en")} days, ${spans.toLocaleString("en")} spans`;
    return [{ name: `store on disk; ${where}`, value: bytes / 1e6, unit: "MB", note }];
  },
};

function sizeOf(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.size;
  return readdirSync(path).reduce((sum, entry) => sum + sizeOf(join(path, entry)), 0);
}
