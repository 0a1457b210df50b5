import { native } from "./native";
import { notify } from "./notify";

// A nudge stands on the badge until the popup is opened, for this browser session.

const NAME = "nudge";

/** Nudges: on the badge, and as a notification where the user has allowed those. */
export async function nudge(title: string, message: string): Promise<void> {
  await native.storage.session.set({ [NAME]: true });
  await notify(NAME, title, message);
}

/** Whether a nudge stands. */
export async function isNudged(): Promise<boolean> {
  return (await native.storage.session.get(NAME))[NAME] === true;
}

/** Takes the nudge away: it was seen. */
export async function endNudge(): Promise<void> {
  await native.storage.session.remove(NAME);
}
