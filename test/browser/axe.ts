import axe from "axe-core";
import type { Page } from "./session";

/** WCAG 2.2 AA, and what is good practice beyond it. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Puts axe into a page, past its content security policy. */
const inject = new Function(axe.source) as () => void;

/** What axe objects to in a page, one line for each element. */
export async function objections(page: Page): Promise<string[]> {
  await page.evaluate(inject);
  return page.evaluate(async (values: string[]) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations, incomplete } = await axe.run(document, { runOnly: { type: "tag", values } });
    // It cannot see what is behind the text of a picture; of everything else that it leaves to people nothing is left here.
    const undecided = incomplete.filter(({ id }) => id !== "color-contrast");
    return [...violations, ...undecided].flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? ""} ${html}`),
    );
  }, tags);
}
