import { native } from "./native";

/** URL of the tab that the popup was opened over; null when it has none. */
export async function readTabUrl(): Promise<string | null> {
  const [tab] = await native.tabs.query({ active: true, currentWindow: true });
  return tab?.url || null;
}

/** Opens a page in a tab in front. */
export async function openTab(url: string): Promise<void> {
  await native.tabs.create({ url });
}
