import { copyFile, mkdir } from "node:fs/promises";
import { prepareTests } from "./browsers";
import { main as build } from "./build";
import { runTool } from "./tool";

/** The README's pictures, and which of those that the browser tests leave they are. */
const pictures = {
  "trapped.png": "chromium-trapped-light.png",
  "balanced.png": "chromium-balanced-dark.png",
  "first-day.png": "firefox-first-day-light.png",
  "toolbar-trapped.png": "chromium-trapped-toolbar.png",
  "toolbar-balanced.png": "chromium-balanced-toolbar.png",
  "toolbar-firefox.png": "firefox-drifting-toolbar.png",
  "dashboard.png": "chromium-view-overview-en-light.png",
  "week.png": "chromium-view-week-en-dark.png",
};

/** `npm run pictures`: takes the README's pictures anew from the real extension in real browsers. */
export async function main(): Promise<number> {
  if ((await build([])) !== 0) return 1;
  const args = ["run", "--project", "browser", "test/browser/states.test.ts", "test/browser/views.test.ts"];
  const { code } = await runTool("vitest/vitest.mjs", args, { show: true, env: await prepareTests() });
  if (code !== 0) return code;
  await mkdir("test/pictures", { recursive: true });
  for (const [name, taken] of Object.entries(pictures))
    await copyFile(`test/browser/out/${taken}`, `test/pictures/${name}`);
  return 0;
}
