import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** A home of the browser's own, so that nobody's caches, settings or download folders are touched. */
export function homeIn(profile: string): Record<string, string> {
  const home = join(profile, "home");
  const temporary = join(profile, "tmp");
  mkdirSync(home, { recursive: true });
  mkdirSync(temporary, { recursive: true });
  return {
    HOME: home,
    TMPDIR: temporary,
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_CACHE_HOME: join(home, ".cache"),
    XDG_DATA_HOME: join(home, ".local", "share"),
  };
}
