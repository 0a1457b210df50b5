import browser from "webextension-polyfill";

// Whether recording works is the one thing that the database cannot tell when it fails: it is told beside it, for this
// browser session only.

const NAME = "failure";

let told: string | null | undefined;

/** Tells every page why recording is stopped, or that it is not. */
export async function tellFailure(id: string | null): Promise<void> {
  if (id === told) return;
  told = id;
  if (id === null) await browser.storage.session.remove(NAME);
  else await browser.storage.session.set({ [NAME]: id });
}

/** Calls back with why recording is stopped (null: it is not), now and at every change. */
export function watchFailure(onFailure: (id: string | null) => void): void {
  const tell = (value: unknown) => onFailure(typeof value === "string" ? value : null);
  browser.storage.session.onChanged.addListener((changes) => {
    if (NAME in changes) tell(changes[NAME]?.newValue);
  });
  void browser.storage.session.get(NAME).then((stored) => tell(stored[NAME]));
}
