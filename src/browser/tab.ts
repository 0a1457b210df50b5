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

/** Closes the page's own tab. A window that holds nothing else gets a new tab: it would close with its last one. */
export async function closeOwnTab(): Promise<void> {
  const [own, tabs] = await Promise.all([native.tabs.getCurrent(), native.tabs.query({ currentWindow: true })]);
  if (own.id === undefined) return;
  if (tabs.length === 1) await native.tabs.create({});
  await native.tabs.remove(own.id);
}
