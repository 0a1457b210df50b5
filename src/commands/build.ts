import { join } from "node:path";
import { root, runTool } from "./tool";

export const targets = ["chrome", "firefox"] as const;
export type Target = (typeof targets)[number];

export function isTarget(name: string | undefined): name is Target {
  return targets.some((target) => target === name);
}

/** Where the build of a target stands, ready to be loaded unpacked. */
export function builtFor(target: Target, tree = root): string {
  return join(tree, "dist", target);
}

/**
 * Builds one target of the tree that holds vite.config.ts.
 * @throws {Error} with vite's output when the build fails.
 */
export async function build(target: Target, tree = root): Promise<void> {
  const { code, output } = await runTool("vite/bin/vite.js", ["build", "--mode", target, "--logLevel", "warn"], {
    cwd: tree,
    // Any other value, inherited from a shell, would put the developer's paths into the bundle.
    env: { NODE_ENV: "production" },
  });
  if (code !== 0) throw new Error(`${output}\nThe build for ${target} failed.`);
  if (output.trim()) console.error(output.trim());
}

/** `npm run build`, or `npm run build -- firefox` for one of the two. */
export async function main(args: string[]): Promise<number> {
  const unknown = args.filter((name) => !isTarget(name));
  if (unknown.length > 0) {
    console.error(`There is no build for ${unknown.join(", ")}, only for ${targets.join(" and ")}.`);
    return 1;
  }
  for (const target of targets) {
    if (args.length > 0 && !args.includes(target)) continue;
    await build(target);
    console.log(`dist/${target} is built`);
  }
  return 0;
}
