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
      if (!/^raw\b/.test(query ?? "") || !file?.includes("/catalog/sites/")) return null;
      return `export default ${JSON.stringify(packList(readFileSync(file, "utf8")))}`;
    },
  };
}

/**
 * Lets the entries of some rooms ship in files of their own, although they share code with each other and with the rest: what one of
 * them leads to gets a mark, so that the same module elsewhere is another one. Fewer files are fetched sooner, and hold nothing that
 * only others need.
 */
function islands(rooms: readonly string[]): Plugin {
  const root = fileURLToPath(new URL("src/", import.meta.url));
  const mark = /[?&]island=(\w+)/;
  const islandOf = (importer: string) =>
    mark.exec(importer)?.[1] ?? rooms.find((room) => importer.startsWith(`${root}${room}/`));
  return {
    name: "islands",
    enforce: "pre",
    async resolveId(source, importer = "", options) {
      const island = islandOf(importer);
      if (!island) return null;
      const found = await this.resolve(source, importer.replace(mark, ""), { ...options, skipSelf: true });
      if (!found || found.external) return found;
      return { ...found, id: `${found.id}${found.id.includes("?") ? "&" : "?"}island=${island}` };
    },
    // What the bundler itself adds is only known without a mark.
    async load(id) {
      if (!id.startsWith("\0") || !mark.test(id)) return null;
      return (await this.load({ id: id.replace(mark, "") })).code;
    },
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
      ...(building ? [islands(["background", "popup"]), crx({ manifest: manifestFor(target), browser: target })] : []),
    ],
    define: { __FIREFOX__: JSON.stringify(target === "firefox") },
    // Dexie's default entry is its ES5 build; this one is 1.4 KB (gz) smaller.
    resolve: { alias: building ? [{ find: /^dexie$/, replacement: "dexie/dist/modern/dexie.min.mjs" }] : [] },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      // A page's scripts are fetched together, not one after the other; the background needs no polyfill for that.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, needed, { hostType }) => (hostType === "html" ? needed : []),
      },
      target: target === "chrome" ? "chrome126" : "firefox142",
      rolldownOptions: {
        // What no manifest names: crxjs finds the other entries there.
        input: { welcome: "src/welcome/welcome.html" },
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
