import { native } from "./native";

// Whether recording works is the one thing that the database cannot tell when it fails: it is told beside it, for this
// browser session only.

const NAME = "failure";

let told: string | null | undefined;

/** Tells every page why recording is stopped, or that it is not. */
export async function tellFailure(id: string | null): Promise<void> {
  if (id === told) return;
  told = id;
  if (id === null) await native.storage.session.remove(NAME);
  else await native.storage.session.set({ [NAME]: id });
}

/** Calls back with why recording is stopped (null: it is not), now and at every change. */
export function watchFailure(onFailure: (id: string | null) => void): void {
  const tell = (value: unknown) => onFailure(typeof value === "string" ? value : null);
  native.storage.session.onChanged.addListener((changes) => {
    if (NAME in changes) tell(changes[NAME]?.newValue);
  });
  void native.storage.session.get(NAME).then((stored) => tell(stored[NAME]));
}
