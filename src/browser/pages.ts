import browser from "webextension-polyfill";

/** Opens the dashboard in a tab. */
export async function openDashboard(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
