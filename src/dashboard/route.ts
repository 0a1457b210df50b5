/** The dashboard's views, in the order of its navigation. */
export const views = ["overview", "week", "rules", "facts", "data", "settings", "diagnostics"] as const;
export type View = (typeof views)[number];

/** What is looked at: a view, and what of it. It stands in the address, so that links, the back button and reloads keep it. */
export interface Route {
  /** `save` stands in no navigation: the background opens it when a week is to be saved by itself. */
  view: View | "save";
  /** A range, a week's id …; null: the view's own choice. */
  detail: string | null;
}

/** The route of an address's hash: `#week/2026-W12`. What is none is the overview. */
export function routeOf(hash: string): Route {
  const [name, detail = ""] = hash.replace(/^#/, "").split("/");
  const view = [...views, "save" as const].find((one) => one === name);
  return view ? { view, detail: detail === "" ? null : detail } : { view: "overview", detail: null };
}

export function hashOf(view: View, detail?: string): string {
  return detail === undefined ? `#${view}` : `#${view}/${detail}`;
}
