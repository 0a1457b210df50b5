import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tool";

/** Folders that are made, not written: what .gitignore lists, and git's own. */
function madeFolders(): Set<string> {
  const lines = readFileSync(join(root, ".gitignore"), "utf8").split(/\r?\n/);
  return new Set([".git", ...lines.filter((line) => line.endsWith("/")).map((line) => line.slice(0, -1))]);
}

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** Undefined where this is no clone, such as in an unpacked source zip, even one inside another repository. */
function listedByGit(): string[] | undefined {
  try {
    if (realpathSync(git("rev-parse", "--show-toplevel").trim()) !== realpathSync(root)) return undefined;
    return git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0").filter(Boolean);
  } catch {
    return undefined;
  }
}

function foundIn(folder: string, made: Set<string>): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (!entry.isDirectory()) return [path];
    return made.has(path) || entry.name === "node_modules" ? [] : foundIn(path, made);
  });
}

/** The files one needs to build the extension again, as paths with forward slashes. */
export function sourceFiles(): string[] {
  const paths = listedByGit() ?? foundIn("", madeFolders());
  // git still lists a file that was deleted but not yet committed.
  return paths.filter((path) => existsSync(join(root, path)) && lstatSync(join(root, path)).isFile());
}
