import { native } from "./native";

// A nudge stands on the badge until the popup is opened, for this browser session.

const NAME = "nudge";

/** Nudges: on the badge, and as a notification where the user has allowed those. */
export async function nudge(title: string, message: string): Promise<void> {
  await native.storage.session.set({ [NAME]: true });
  if (!(await native.permissions.contains({ permissions: ["notifications"] }))) return;
  const iconUrl = native.runtime.getURL("icons/128.png");
  await native.notifications.create(NAME, { type: "basic", iconUrl, title, message });
}

/** Whether a nudge stands. */
export async function isNudged(): Promise<boolean> {
  return (await native.storage.session.get(NAME))[NAME] === true;
}

/** Takes the nudge away: it was seen. */
export async function endNudge(): Promise<void> {
  await native.storage.session.remove(NAME);
}
