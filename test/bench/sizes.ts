import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseAst } from "vite";
import { type Target, targets } from "../../src/commands/build";
import type { PlainBench } from "./bench";
import type { Budget, Figure } from "./figure";

const POPUP: Budget = { limit: 75_000, source: "issue 5", isFirm: true };
const BACKGROUND: Budget = { limit: 65_000, source: "issue 4", isFirm: true };
/** Charts, every rule and every export are among it; what grows beyond is to be looked at. */
const DASHBOARD: Budget = { limit: 170_000, source: "ours", isFirm: true };
const NOTHING: Budget = { limit: 0, source: "issue 6", isFirm: true };

interface Manifest {
  action: { default_popup: string };
  options_ui: { page: string };
  background: { service_worker?: string; scripts?: string[] };
}

/** What the popup and the background load: all of it, and what the popup's first picture waits for. */
export const sizes: PlainBench = {
  name: "sizes",
  run: async ({ builds }) => measureSizes(builds.shipped),
};

/** The sizes of what was built for each browser into a folder, beside their budgets. */
export function measureSizes(folders: Readonly<Record<Target, string>>): Figure[] {
  return targets.flatMap((target) => measure(target, folders[target]));
}

function measure(target: Target, folder: string): Figure[] {
  const { action, background, options_ui } = JSON.parse(
    readFileSync(join(folder, "manifest.json"), "utf8"),
  ) as Manifest;
  const scripts = scriptsOf(folder, action.default_popup);
  const dashboard = scriptsOf(folder, options_ui.page);
  const workers = background.service_worker ? [background.service_worker] : (background.scripts ?? []);
  const popup = load(folder, scripts, everyImport);
  return [
    figureOf(`popup's JavaScript, all together, ${target}, gzip`, popup, POPUP),
    figureOf(`of this, before its first picture, ${target}, gzip`, load(folder, scripts, staticImports)),
    figureOf(
      `of the dashboard's own files, ${target}, gzip`,
      alsoIn(
        popup,
        load(folder, dashboard, () => []),
      ),
      NOTHING,
    ),
    figureOf(`background's JavaScript, ${target}, gzip`, load(folder, workers, everyImport), BACKGROUND),
    figureOf(`dashboard's JavaScript, all together, ${target}, gzip`, load(folder, dashboard, everyImport), DASHBOARD),
  ];
}

/** The modules of one page that another loads too. */
function alsoIn(page: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  return new Map([...other].filter(([path]) => page.has(path)));
}

/** The scripts that a page names. */
function scriptsOf(folder: string, page: string): string[] {
  const html = readFileSync(join(folder, page), "utf8");
  return [...html.matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g)].map(([, src = ""]) =>
    src.startsWith("/") ? src.slice(1) : join(dirname(page), src),
  );
}

function figureOf(name: string, modules: ReadonlyMap<string, Buffer>, budget?: Budget): Figure {
  const value = [...modules.values()].reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);
  const note = modules.size === 1 ? "1 file" : `${modules.size} files`;
  return { name, value, unit: "B", note, ...(budget && { budget }) };
}

/** The modules that are loaded for some entries, by their paths; `importsOf` says what a module's code imports. */
function load(folder: string, entries: readonly string[], importsOf: (code: string) => string[]): Map<string, Buffer> {
  if (entries.length === 0) throw new Error(`there is no entry in ${folder}`);
  const modules = new Map<string, Buffer>();
  const add = (path: string) => {
    if (modules.has(path)) return;
    const code = readFileSync(join(folder, path));
    modules.set(path, code);
    for (const from of importsOf(code.toString())) {
      if (!/^[./]/.test(from)) throw new Error(`${path} imports "${from}", which is no file`);
      add(from.startsWith("/") ? from.slice(1) : join(dirname(path), from));
    }
  };
  entries.forEach(add);
  return modules;
}

function staticImports(code: string): string[] {
  return parseAst(code).body.flatMap((statement) =>
    "source" in statement && statement.source ? [String(statement.source.value)] : [],
  );
}

function everyImport(code: string): string[] {
  const dynamic = [...code.matchAll(/\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, from = ""]) => from);
  return [...staticImports(code), ...dynamic];
}
