import { native } from "./native";

/** What the browser is asked for only when the user wants it. */
export type Permission = "notifications" | "downloads";

const only = (permission: Permission) => ({ permissions: [permission] });

/** Calls back with whether a permission is given, now and at every change, wherever it was made. Returns what ends that. */
export function watchAllowed(permission: Permission, onAnswer: (allowed: boolean) => void): () => void {
  const { onAdded, onRemoved } = native.permissions;
  const tell = () => void native.permissions.contains(only(permission)).then(onAnswer);
  onAdded.addListener(tell);
  onRemoved.addListener(tell);
  tell();
  return () => {
    onAdded.removeListener(tell);
    onRemoved.removeListener(tell);
  };
}

/**
 * Asks the user for a permission, and resolves with whether it is given. To be called by a click before it waits for anything:
 * browsers refuse it to whoever asks later.
 */
export async function allow(permission: Permission): Promise<boolean> {
  try {
    return await native.permissions.request(only(permission));
  } catch (error) {
    console.error(`The permission ${permission} could not be asked for:`, error);
    return false;
  }
}

/** Gives a permission back. One that the browser keeps stays given, and whoever watches it sees that. */
export async function forbid(permission: Permission): Promise<void> {
  try {
    await native.permissions.remove(only(permission));
  } catch (error) {
    console.error(`The permission ${permission} could not be given back:`, error);
  }
}
