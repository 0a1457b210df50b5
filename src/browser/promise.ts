import browser from "webextension-polyfill";

const NAME = "promise";

/**
 * Keeps one alarm for the next promised instant, epoch milliseconds: a block's or a pause's end, a due plan. Null: none is promised.
 * That it fires is a wake-up like any other.
 */
export function createPromise(): (at: number | null) => Promise<void> {
  let kept: number | null | undefined;
  return async (at) => {
    if (at === kept) return;
    kept = at;
    if (at === null) await browser.alarms.clear(NAME);
    else browser.alarms.create(NAME, { when: at });
  };
}
