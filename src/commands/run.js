// `node src/commands/run.js NAME ARGS…` runs main(ARGS) of src/commands/NAME.ts through vite, so that commands read
// the very modules that ship, `?raw` lists and constants of vite.config.ts included.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { install } from "./install.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [name = "", ...args] = process.argv.slice(2);

/** Neither "chrome" nor "firefox": vite.config.ts then leaves out what only a build needs. */
const mode = "command";

/** What vite's own `runnerImport` does, but with vite.config.ts, and open until the command ends: it may import late. */
async function openRunner() {
  // Imported here, because on a fresh clone vite was not there a moment ago.
  const { createRunnableDevEnvironment, loadConfigFromFile, resolveConfig } = await import("vite");
  const loaded = await loadConfigFromFile({ command: "serve", mode }, `${root}vite.config.ts`, root, "error");
  const server = { consumer: "server", dev: { moduleRunnerTransform: true } };
  const resolve = { external: true, mainFields: [], conditions: ["node"] };
  const { NODE_ENV } = process.env;
  const config = await resolveConfig(
    {
      ...loaded?.config,
      root,
      mode,
      configFile: false,
      envDir: false,
      logLevel: "error",
      environments: { command: { ...server, resolve } },
    },
    "serve",
  );
  // vite has set it to "development", and what a command starts, such as a build, would inherit that.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  const options = { runnerOptions: { hmr: { logger: false } }, hot: false };
  const environment = createRunnableDevEnvironment("command", config, options);
  await environment.init();
  return environment;
}

async function main() {
  install();
  const file = `${root}src/commands/${name}.ts`;
  if (!/^[a-z]+$/.test(name) || !existsSync(file)) throw new Error(`There is no command "${name}".`);
  process.chdir(root);
  const environment = await openRunner();
  try {
    const command = await environment.runner.import(file);
    if (typeof command.main !== "function") throw new Error(`"${name}" is a part of other commands, not one itself.`);
    return await command.main(args);
  } finally {
    await environment.close();
  }
}

try {
  process.exitCode = (await main()) ?? 0;
} catch (error) {
  console.error(error instanceof Error && !process.env.DEBUG ? error.message : error);
  process.exitCode = 1;
}
