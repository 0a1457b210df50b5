import type { Catalog } from "../catalog/classify";
import type { Database } from "../store/database";
import type { OwnRules } from "../store/rules";
import type { Settings } from "../store/settings";

/** What a view is shown with: its desk, and what of it is asked for in the address. */
export interface ViewProps {
  desk: Desk;
  detail: string | null;
}

/** What every view of the dashboard works with. */
export interface Desk {
  db: Database;
  settings: Settings;
  /** The user's rules and channels, and with them in it every rule there is. */
  own: OwnRules;
  catalog: Catalog;
  /** Stores one thing after the other, so that what is told last is about what was done last, and shows everything anew. */
  store(doIt: () => Promise<unknown>): void;
  /** The same at once: what asks the browser for a permission must not wait. */
  act(doIt: () => Promise<unknown>): void;
  /** Tells that something stored cannot be read; null: it can again. */
  tellUnread(error: unknown): void;
  /** Says what was done, for ten seconds offers to take it back, and has the background act on it; on the undo, too. */
  offerUndo(done: string, undo: () => Promise<unknown>): Promise<void>;
}
