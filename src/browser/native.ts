import type { Browser } from "webextension-polyfill";

const scope = globalThis as unknown as { browser?: Browser; chrome: Browser };

/**
 * The browser's own API, for what pages do with it: calls that return promises in both browsers, and events without an answer.
 * The polyfill, which the background needs for listeners that answer with a promise, would be a tenth of the popup's first picture.
 */
export const native: Browser = scope.browser ?? scope.chrome;
