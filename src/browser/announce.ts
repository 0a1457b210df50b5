import { native } from "./native";

/** What wakes the background: a message without content. */
export const CHANGED = "changed";

/**
 * Wakes the background to look, record and repaint: after a page has written what it reads, or wants the store to be of now.
 * Resolves when that is done; also when the background cannot be reached, because the page goes on with what there is.
 */
export async function announceChange(): Promise<void> {
  try {
    await native.runtime.sendMessage(CHANGED);
  } catch {
    // No background answers while it is being updated or has failed to start. Nothing is lost: it reads on its next wake-up.
  }
}
