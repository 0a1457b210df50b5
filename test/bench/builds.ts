import { rmSync } from "node:fs";
import { cp, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build as bundle } from "vite";
import manifest from "../../manifest.json";
import { type Target, targets } from "../../src/commands/build";
import { root, runTool } from "../../src/commands/tool";
import { packedLists } from "../../vite.config";
import { probePage, writePaintPages } from "./pages";

/** Folders with what is measured: apart from dist, so that nobody's build is disturbed and none disturbs the run. */
export interface Builds {
  /** Exactly what ships. */
  shipped: Record<Target, string>;
  /** The same and the bench's own pages. */
  probed: Record<Target, string>;
  /** An extension with the same permissions that does nothing but hold the probe page. Chromium only. */
  idle: string;
  remove(): Promise<void>;
}

/** @throws {Error} with vite's output when a build fails. */
export async function makeBuilds(): Promise<Builds> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "trap-meter-bench-")));
  // For a run that is interrupted.
  const removeNow = () => rmSync(folder, { recursive: true, force: true });
  process.on("exit", removeNow);
  const under = (kind: string) => ({ chrome: join(folder, kind, "chrome"), firefox: join(folder, kind, "firefox") });
  const builds: Builds = {
    shipped: under("shipped"),
    probed: under("probed"),
    idle: join(folder, "idle"),
    async remove() {
      process.off("exit", removeNow);
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    for (const target of targets) {
      await ship(target, builds.shipped[target]);
      await cp(builds.shipped[target], builds.probed[target], { recursive: true });
      await writePaintPages(builds.probed[target]);
      await bundleProbe(target, builds.probed[target]);
    }
    await writeIdle(builds.probed.chrome, builds.idle);
    return builds;
  } catch (error) {
    await builds.remove();
    throw error;
  }
}

/** What `npm run build` does, into another folder. */
async function ship(target: Target, folder: string): Promise<void> {
  const args = ["build", "--mode", target, "--logLevel", "warn", "--emptyOutDir", "--outDir", folder];
  const { code, output } = await runTool("vite/bin/vite.js", args, { env: { NODE_ENV: "production" } });
  if (code !== 0) throw new Error(`${output}\nThe build for ${target} failed.`);
}

async function bundleProbe(target: Target, folder: string): Promise<void> {
  await bundle({
    root,
    configFile: false,
    logLevel: "error",
    mode: "production",
    publicDir: false,
    plugins: [packedLists()],
    define: { __FIREFOX__: JSON.stringify(target === "firefox") },
    resolve: { alias: { dexie: "dexie/dist/modern/dexie.mjs" } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: join(root, "test/bench/probe.ts"), formats: ["es"], fileName: () => "probe.js" },
    },
  });
  await writeFile(join(folder, "probe.html"), probePage);
}

/** The same rights, and nothing that uses them. */
async function writeIdle(probed: string, folder: string): Promise<void> {
  await cp(join(probed, "probe.js"), join(folder, "probe.js"), { recursive: true });
  await writeFile(join(folder, "probe.html"), probePage);
  await writeFile(join(folder, "worker.js"), "");
  const idle = {
    manifest_version: manifest.manifest_version,
    name: "Idle",
    version: "1",
    permissions: manifest.permissions,
    background: { service_worker: "worker.js" },
  };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(idle));
}
