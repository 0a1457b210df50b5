import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseAst } from "vite";
import { type Target, targets } from "../../src/commands/build";
import type { PlainBench } from "./bench";
import type { Budget, Figure } from "./figure";

const POPUP: Budget = { limit: 60_000, source: "issue 2", isFirm: true };
const BACKGROUND: Budget = { limit: 55_000, source: "issue 2", isFirm: true };

interface Manifest {
  action: { default_popup: string };
  background: { service_worker?: string; scripts?: string[] };
}

/** What has to be loaded before the popup and the background can do anything. */
export const sizes: PlainBench = {
  name: "sizes",
  run: async ({ builds }) => targets.flatMap((target) => measure(target, builds.shipped[target])),
};

function measure(target: Target, folder: string): Figure[] {
  const { action, background } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const html = readFileSync(join(folder, action.default_popup), "utf8");
  const scripts = [...html.matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g)].map(([, src = ""]) =>
    src.startsWith("/") ? src.slice(1) : join(dirname(action.default_popup), src),
  );
  const workers = background.service_worker ? [background.service_worker] : (background.scripts ?? []);
  return [
    figureOf(`popup's JavaScript, ${target}, gzip`, folder, scripts, POPUP),
    figureOf(`background's JavaScript, ${target}, gzip`, folder, workers, BACKGROUND),
  ];
}

function figureOf(name: string, folder: string, entries: readonly string[], budget: Budget): Figure {
  if (entries.length === 0) throw new Error(`${name}: there is none in ${folder}`);
  const modules = new Map<string, Buffer>();
  for (const entry of entries) load(folder, entry, modules);
  const value = [...modules.values()].reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);
  return { name, value, unit: "B", budget, note: modules.size === 1 ? "1 file" : `${modules.size} files` };
}

/** Reads a module and, through static imports, all that it needs. */
function load(folder: string, path: string, modules: Map<string, Buffer>): void {
  if (modules.has(path)) return;
  const code = readFileSync(join(folder, path));
  modules.set(path, code);
  for (const statement of parseAst(code.toString()).body) {
    const from = "source" in statement ? statement.source?.value : undefined;
    if (from === undefined) continue;
    if (!/^[./]/.test(from)) throw new Error(`${path} imports "${from}", which is no file`);
    load(folder, from.startsWith("/") ? from.slice(1) : join(dirname(path), from), modules);
  }
}
