import { native } from "./native";

// What pages say to the background: words without content. Both make it look, record and repaint, and resolve when that is done;
// also when the background cannot be reached, because the page goes on with what there is.

/** A page has written what the background reads. */
export const CHANGED = "changed";
/** A page wants the store to be of now. */
export const NOW = "now";

/** After a page has written what the background reads: it must not go on with what it knew. */
export function announceChange(): Promise<void> {
  return tell(CHANGED);
}

/** Has what is under way recorded, before a page reads or takes away what was recorded. */
export function recordNow(): Promise<void> {
  return tell(NOW);
}

async function tell(word: string): Promise<void> {
  try {
    await native.runtime.sendMessage(word);
  } catch {
    // No background answers while it is being updated or has failed to start. Nothing is lost: it reads on its next wake-up.
  }
}
