import { native } from "./native";

const PAGE = "src/dashboard/dashboard.html";

/** Opens the dashboard in a tab, or shows the one that is open. `hash` says at what, such as `#week/2026-W12`. */
export async function openDashboard(hash?: string): Promise<void> {
  if (hash === undefined) return native.runtime.openOptionsPage();
  const url = native.runtime.getURL(PAGE);
  const tabs = await native.tabs.query({});
  const { id, windowId } = tabs.find((tab) => tab.url?.replace(/#.*/, "") === url) ?? {};
  if (id === undefined || windowId === undefined) {
    await native.tabs.create({ url: url + hash });
    return;
  }
  await native.tabs.update(id, { url: url + hash, active: true });
  await native.windows.update(windowId, { focused: true });
}
