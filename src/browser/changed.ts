import browser from "webextension-polyfill";
import { CHANGED } from "./announce";

/** Acts when a page announces a change; the page is answered when that is done. */
export function onChange(act: () => Promise<void>): void {
  browser.runtime.onMessage.addListener((message: unknown) => (message === CHANGED ? act() : undefined));
}
