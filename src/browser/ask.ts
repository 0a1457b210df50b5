import type { Answer, Question } from "../catalog/answer";
import { native } from "./native";

/** Asks the background, which holds the rules, what pages are. Rejects when it cannot be reached. */
export async function askCatalog(question: Question): Promise<Answer> {
  return native.runtime.sendMessage(question);
}
