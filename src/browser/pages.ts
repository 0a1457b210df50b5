import browser from "webextension-polyfill";
import type { Answer, Question } from "../catalog/answer";
import { CHANGED } from "./announce";

/** Acts when a page announces a change, and answers what a page asks; the page hears when that is done. */
export function onPages(act: () => Promise<void>, answer: (question: Question) => Promise<Answer>): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (message === CHANGED) return act();
    return isQuestion(message) ? answer(message) : undefined;
  });
}

function isQuestion(message: unknown): message is Question {
  return typeof message === "object" && message !== null && "keys" in message;
}
