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
 * browsers refuse it to whoever asks later.
 */
export async function allowNotifications(): Promise<boolean> {
  try {
    return await native.permissions.request(NOTIFICATIONS);
  } catch (error) {
    console.error("Notifications could not be asked for:", error);
    return false;
  }
}

/** Gives the permission back. */
export async function forbidNotifications(): Promise<void> {
  await native.permissions.remove(NOTIFICATIONS);
}
