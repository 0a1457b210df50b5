import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  action?: { default_popup?: string };
  browser_specific_settings?: { gecko?: { id?: string } };
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
}

export function popupPath(folder: string): string {
  const path = manifest(folder).action?.default_popup;
  if (!path) throw new Error(`${folder} has no popup`);
  return path;
}

export function geckoId(folder: string): string {
  const id = manifest(folder).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${folder} has no id for Firefox: was it built for Firefox?`);
  return id;
}

/** The page that opens when the extension is installed; null for those that have none. */
export function welcomePath(folder: string): string | null {
  const path = "src/welcome/welcome.html";
  return existsSync(join(folder, path)) ? path : null;
}
