import { native } from "./native";

const NOTIFICATIONS = { permissions: ["notifications" as const] };

/** Calls back with whether notifications are allowed, now and at every change, wherever it was made. */
export function watchNotifications(onAnswer: (allowed: boolean) => void): void {
  const tell = () => void native.permissions.contains(NOTIFICATIONS).then(onAnswer);
  native.permissions.onAdded.addListener(tell);
  native.permissions.onRemoved.addListener(tell);
  tell();
}

/**
 * Asks the user for notifications, and resolves with whether they are allowed. To be called by a click before it waits for anything:
 * browsers forget soon that somebody has clicked.
 */
export async function allowNotifications(): Promise<boolean> {
  return native.permissions.request(NOTIFICATIONS);
}

/** Gives the permission back. */
export async function forbidNotifications(): Promise<void> {
  await native.permissions.remove(NOTIFICATIONS);
}
