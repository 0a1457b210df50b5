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
