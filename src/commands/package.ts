import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { unzipSync, type Zippable, zipSync } from "fflate";
import { name, version } from "../../package.json";
import { build, builtFor, type Target, targets } from "./build";
import { sourceFiles } from "./source";
import { root } from "./tool";

/** Zip stores local time without a zone: local fields give the same bytes everywhere. 1980 is its first year. */
const time = new Date(1980, 0, 1);
const unix = 3;
const plainFile = 0o100644;

/** A zip that depends on paths and contents alone: sorted, one time, one mode. */
function zipFiles(folder: string, paths: readonly string[]): Uint8Array {
  const entries: Zippable = {};
  for (const path of [...paths].sort()) {
    entries[path] = [readFileSync(join(folder, path)), { mtime: time, os: unix, attrs: plainFile << 16, level: 9 }];
  }
  return zipSync(entries);
}

function zipFolder(folder: string): Uint8Array {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return zipFiles(
    folder,
    files.map((file) => relative(folder, file).replaceAll(sep, "/")),
  );
}

function zipName(kind: Target | "source"): string {
  return `${name}-${kind}-${version}.zip`;
}

/** A zip of an older version left in dist/ would sooner or later be uploaded. */
function removeOldZips(): void {
  for (const file of readdirSync(join(root, "dist"))) {
    if (file.startsWith(`${name}-`) && file.endsWith(".zip")) rmSync(join(root, "dist", file));
  }
}

function unpack(zip: Uint8Array, folder: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/**
 * Builds again as a reviewer would, from the source zip and in another folder, and compares byte by byte.
 * @throws {Error} naming the first zip that differs.
 */
async function checkAgainstSource(source: Uint8Array, built: ReadonlyMap<Target, Uint8Array>): Promise<void> {
  const tree = mkdtempSync(join(tmpdir(), `${name}-`));
  try {
    unpack(source, tree);
    symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "junction");
    for (const [target, first] of built) {
      await build(target, tree);
      const second = zipFolder(builtFor(target, tree));
      if (Buffer.compare(first, second) === 0) continue;
      throw new Error(`${zipName(target)} is not reproducible: ${difference(first, second)}`);
    }
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function difference(first: Uint8Array, second: Uint8Array): string {
  const [before, after] = [unzipSync(first), unzipSync(second)];
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differing = paths.filter((path) => {
    const [one, other] = [before[path], after[path]];
    return !one || !other || Buffer.compare(one, other) !== 0;
  });
  return `a build from the source zip differs in ${differing.join(", ") || "the order of its files"}`;
}

/**
 * `npm run package`: the zips for both stores and the source zip. `--check` also proves them reproducible; `--quiet`
 * prints nothing when all is well.
 */
export async function main(args: string[]): Promise<number> {
  const say = args.includes("--quiet") ? () => {} : console.log;
  const built = new Map<Target, Uint8Array>();
  for (const target of targets) {
    await build(target);
    built.set(target, zipFolder(builtFor(target)));
  }
  removeOldZips();
  const source = zipFiles(root, sourceFiles());
  for (const [kind, bytes] of [...built, ["source", source] as const]) {
    writeFileSync(join(root, "dist", zipName(kind)), bytes);
    say(`dist/${zipName(kind)}\t${bytes.length} bytes`);
  }
  if (args.includes("--check")) {
    await checkAgainstSource(source, built);
    say("A second build, from the source zip, gave the same bytes.");
  }
  return 0;
}
