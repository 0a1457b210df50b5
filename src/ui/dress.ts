import { direction, language } from "../texts/say";
import type { Theme } from "../trap/glance";

/** Gives the page its title, its language and the direction that is written in, and its theme. To be called again when one of them changes. */
export function dressPage({ title, theme }: { title: string; theme: Theme }): void {
  const { documentElement } = document;
  documentElement.lang = language();
  documentElement.dir = direction();
  documentElement.dataset.theme = theme;
  document.title = title;
}
