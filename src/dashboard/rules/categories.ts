import type { Category } from "../../catalog/channels";
import { say } from "../../texts/say";

/** The categories in the order in which the catalog lists them. */
export const categories: readonly Category[] = ["build", "distribution", "neutral"];

/** A category as it stands above a list or in a choice. */
export function categoryTitle(category: Category): string {
  if (category === "build") return say("ui_building");
  return category === "distribution" ? say("ui_beingFound") : say("ui_neither");
}

/** A category as it stands in brackets within a sentence. */
export function categoryWord(category: Category): string {
  if (category === "build") return say("rules_buildWord");
  return category === "distribution" ? say("rules_distributionWord") : say("rules_neutralWord");
}
