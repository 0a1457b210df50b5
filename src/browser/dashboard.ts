import { native } from "./native";

/** Opens the dashboard in a tab. */
export async function openDashboard(): Promise<void> {
  await native.runtime.openOptionsPage();
}
