import { native } from "./native";

/** Where the welcome page stands in what is built: no manifest names it. */
const PAGE = "src/welcome/welcome.html";

/** Acts once, when the extension is installed: not after an update, nor after a restart of the browser. */
export function onInstall(act: () => Promise<void>): void {
  native.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") void act().catch(console.error);
  });
}

/** Opens the welcome page in a tab, in front. */
export async function openWelcome(): Promise<void> {
  await native.tabs.create({ url: native.runtime.getURL(PAGE) });
}

/** Closes the welcome page from within. A window that holds nothing else gets a new tab: it would close with its last one. */
export async function closeWelcome(): Promise<void> {
  const [own, tabs] = await Promise.all([native.tabs.getCurrent(), native.tabs.query({ currentWindow: true })]);
  if (own.id === undefined) return;
  if (tabs.length === 1) await native.tabs.create({});
  await native.tabs.remove(own.id);
}
