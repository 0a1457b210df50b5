import type { Stage } from "./setup";
import { put } from "./stored";

const IDLE_SECONDS = 15;

/** The shortest threshold there is: long enough to be idle, short enough to wait for. */
export const IDLE_MS = 1000 * IDLE_SECONDS;

export async function shortenThreshold({ session }: Stage): Promise<void> {
  const page = await session.extensionPage("src/popup/popup.html");
  // Whoever opens a database before its owner has made it gets an empty one.
  await page.until(() => document.querySelector("[data-zone]"));
  await put(page, { settings: [{ name: "idleSeconds", value: IDLE_SECONDS }] });
  await page.close();
}
