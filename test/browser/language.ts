import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "./session";

/** What people read who have their browser in this language. */
export type Language = "en" | "de" | "es" | "ja" | "ar";

const folders: Record<BrowserName, string> = { chromium: "dist/chrome", firefox: "dist/firefox" };

/**
 * The built extension with another language in English's place: browsers speak what they are installed in, and a test has them
 * in English alone.
 */
export function speaking(name: BrowserName, language: Language): string {
  const folder = mkdtempSync(join(tmpdir(), "trap-meter-speaking-"));
  cpSync(folders[name], folder, { recursive: true });
  cpSync(join(folders[name], "_locales", language), join(folder, "_locales/en"), { recursive: true });
  return folder;
}
