import { native } from "./native";

/** Opens the dashboard behind the tab in front, to do something by itself and to close again. */
export async function openBehind(hash: string): Promise<void> {
  await native.tabs.create({ url: native.runtime.getURL("src/dashboard/dashboard.html") + hash, active: false });
}
