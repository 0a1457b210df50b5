import browser from "webextension-polyfill";
import type { Answer, Question } from "../catalog/answer";
import { CHANGED, NOW } from "./announce";

interface Wiring {
  /** A page has written what the background reads. */
  onChange(): Promise<void>;
  /** A page wants the store to be of now. */
  onNow(): Promise<void>;
  onQuestion(question: Question): Promise<Answer>;
}

/** Acts on what pages say, and answers what they ask; the page hears when that is done. */
export function onPages({ onChange, onNow, onQuestion }: Wiring): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (message === CHANGED) return onChange();
    if (message === NOW) return onNow();
    return isQuestion(message) ? onQuestion(message) : undefined;
  });
}

function isQuestion(message: unknown): message is Question {
  return typeof message === "object" && message !== null && "keys" in message;
}
