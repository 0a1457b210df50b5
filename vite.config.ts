import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import manifest from "./manifest.json" with { type: "json" };
import pkg from "./package.json" with { type: "json" };
import { packList } from "./src/catalog/pack.ts";

type Target = "chrome" | "firefox";

/** The one manifest, as each browser wants it. crxjs does not convert it by itself. */
function manifestFor(target: Target): ManifestV3Export {
  const { minimum_chrome_version, background, action, ...shared } = manifest;
  const derived =
    target === "chrome"
      ? { minimum_chrome_version, background, action }
      : {
          // The meter is the icon: it must not start hidden in the extensions menu.
          action: { ...action, default_area: "navbar" },
          background: { scripts: [background.service_worker], type: background.type },
          browser_specific_settings: {
            gecko: {
              id: "meter@factory-trap-meter",
              strict_min_version: "142.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        };
  return { ...shared, ...derived, version: pkg.version } as unknown as ManifestV3Export;
}

/**
 * Preact can assign innerHTML for `dangerouslySetInnerHTML`. Nothing here may: the assignment becomes a throw, and
 * the build fails unless it stands exactly once, so that an update of Preact cannot bring it back unseen.
 */
function withoutInnerHtml(): Plugin {
  const assignment = /(\w+)\.innerHTML\s*=\s*(?!=)[\w.$]+/g;
  return {
    name: "without-inner-html",
    enforce: "pre",
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.(module|mjs|js)/.test(id)) return null;
      const found = code.match(assignment)?.length ?? 0;
      if (found !== 1) throw new Error(`preact assigns innerHTML ${found} times; without-inner-html expects once`);
      return code.replace(assignment, "(()=>{throw Error('innerHTML')})()");
    },
  };
}

/**
 * The polyfill wraps callbacks into promises, which Manifest V3's own API has; what we need of it are listeners that answer with one,
 * under `runtime`. Its table of calls is left out, and the build fails unless it stands where we know it. As a module it needs none of
 * the bundler's help with what modules were before there were any.
 */
function runtimePolyfill(): Plugin {
  const table = /(const apiMetadata = )(\{[\s\S]*?\n {6}\});/g;
  return {
    name: "runtime-polyfill",
    enforce: "pre",
    transform(code, id) {
      if (!/webextension-polyfill\/dist\/browser-polyfill/.test(id)) return null;
      const [found, ...more] = [...code.matchAll(table)];
      const { runtime } = JSON.parse(found?.[2] ?? "{}");
      if (!runtime || more.length > 0) throw new Error("webextension-polyfill has its table elsewhere than known");
      const lean = code.replace(table, "$1{ runtime: {} };");
      return `const module = { exports: {} };\nconst { exports } = module;\n${lean}\nexport default module.exports;\n`;
    },
  };
}

/** The site lists ship packed. */
export function packedLists(): Plugin {
  return {
    name: "packed-lists",
    enforce: "pre",
    load(id) {
      const [file, query] = id.split("?");
      if (query !== "raw" || !file?.includes("/catalog/sites/")) return null;
      return `export default ${JSON.stringify(packList(readFileSync(file, "utf8")))}`;
    },
  };
}

/** What the dashboard loads when it is looked at, and the popup has parts of. */
const dashboardViews = [
  "overview/Overview.tsx",
  "week/WeekView.tsx",
  "facts/FactsView.tsx",
  "settings/SettingsView.tsx",
];

/** What every module that one entry loads at once leads to. */
type Reach = (entry: string) => ReadonlySet<string>;

/**
 * Which file a module ships in: by who loads it. What the popup's first picture needs, and the background with it or the pages with
 * it; what the background has that the popup loads later, or only the dashboard; and what the popup loads later that the dashboard
 * has too. Left to itself the bundler makes three times as many files, and smaller ones compress worse.
 */
function fileOf(id: string, reach: Reach): string | null {
  // Entries are files of their own, and styles go with those who ask for them.
  if (/src\/\w+\/(main\.tsx?|behind\.ts|export\.ts)$|\.css$/.test(id)) return null;
  const inBackground = reach("background/main.ts").has(id);
  if (reach("popup/main.tsx").has(id)) return inBackground ? "first" : "parts";
  const isLater = reach("popup/behind.ts").has(id) || reach("popup/export.ts").has(id);
  if (inBackground) return isLater ? "core" : "rules";
  // The dashboard begins with the little of it that is left to the bundler.
  if (!isLater || reach("dashboard/main.tsx").has(id)) return null;
  return dashboardViews.some((view) => reach(`dashboard/${view}`).has(id)) ? "told" : null;
}

/** What the bundler knows of its modules. */
interface Modules {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/** The first come first: a file takes with it what its modules lead to, and that must be those before it. */
const files = ["first", "parts", "core", "rules", "told"];

function createGroups() {
  let reach: Reach | null = null;
  return files.map((file, i) => ({
    name(id: string, modules: Modules) {
      reach ??= createReach(modules);
      return fileOf(id, reach) === file ? file : null;
    },
    debugName: file,
    priority: files.length - i,
  }));
}

/** Entries' modules, each looked up once a build. */
function createReach(modules: Modules): Reach {
  const root = fileURLToPath(new URL("src/", import.meta.url));
  const known = new Map<string, Set<string>>();
  const add = (id: string, into: Set<string>) => {
    if (into.has(id)) return;
    into.add(id);
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) add(imported, into);
  };
  return (entry) => {
    const found = known.get(entry) ?? new Set<string>();
    if (!known.has(entry)) add(root + entry, found);
    known.set(entry, found);
    return found;
  };
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === "firefox" ? "firefox" : "chrome";
  const building = mode === "chrome" || mode === "firefox";
  return {
    plugins: [
      packedLists(),
      withoutInnerHtml(),
      runtimePolyfill(),
      ...(building ? [crx({ manifest: manifestFor(target), browser: target })] : []),
    ],
    define: { __FIREFOX__: JSON.stringify(target === "firefox") },
    // Dexie's default entry is its ES5 build; this one is 1.4 KB (gz) smaller.
    resolve: { alias: building ? { dexie: "dexie/dist/modern/dexie.min.mjs" } : {} },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      // The popup's scripts are fetched together, not one after the other; the background needs no polyfill for that.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, needed, { hostType }) => (hostType === "html" ? needed : []),
      },
      target: target === "chrome" ? "chrome126" : "firefox142",
      rolldownOptions: {
        // What no manifest names: crxjs finds the other entries there.
        input: { welcome: "src/welcome/welcome.html" },
        output: { codeSplitting: { groups: createGroups() } },
      },
    },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: "unit",
            setupFiles: ["test/texts/english.ts"],
            testTimeout: 60_000,
            include: ["test/**/*.test.{ts,tsx}"],
            exclude: ["test/browser/**"],
          },
        },
        // One browser at a time: two fight for the focus and for the machine's two cores.
        {
          extends: true,
          test: {
            name: "browser",
            include: ["test/browser/**/*.test.ts"],
            fileParallelism: false,
            testTimeout: 120_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  };
});
