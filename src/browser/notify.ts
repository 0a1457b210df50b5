import { native } from "./native";

/** Shows a notification where the user has allowed those; one of the same id takes the place of the one before. */
export async function notify(id: string, title: string, message: string): Promise<void> {
  if (!(await native.permissions.contains({ permissions: ["notifications"] }))) return;
  const iconUrl = native.runtime.getURL("icons/128.png");
  await native.notifications.create(id, { type: "basic", iconUrl, title, message });
}
