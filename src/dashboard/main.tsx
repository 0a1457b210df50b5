import { type JSX, render } from "preact";
import { announceChange } from "../browser/announce";
import { readGlance, watchGlance } from "../browser/glance";
import { speakBrowsersLanguage } from "../browser/texts";
import type { Catalog } from "../catalog/classify";
import { createCatalogs } from "../store/catalogs";
import { Database } from "../store/database";
import { describeFailure, failureId } from "../store/failure";
import { follow } from "../store/follow";
import { type OwnRules, readOwnRules } from "../store/rules";
import { readSettings, type Settings } from "../store/settings";
import { say } from "../texts/say";
import type { Glance } from "../trap/glance";
import { readMeter } from "../trap/meter";
import { dressPage } from "../ui/dress";
import { FailureNotice } from "../ui/FailureNotice";
import { Notice } from "../ui/Notice";
import type { ViewProps } from "./desk";
import { keepFocus } from "./focus";
import { useLater } from "./later";
import { type Route, routeOf } from "./route";
import { nameOf, Shell } from "./Shell";
import { Undo } from "./Undo";

speakBrowsersLanguage();

const db = new Database();
const catalogOf = createCatalogs(db);
const root = document.getElementById("dashboard") as HTMLElement;

/** What every view needs of the store. */
interface Known {
  settings: Settings;
  own: OwnRules;
  catalog: Catalog;
}

let known: Known | null = null;
/** What the toolbar was last painted from: the verdict is seen before anything has been read. */
let glance: Glance | null = null;
let failure: string | null = null;
/** Why something that the view shows cannot be read. */
let unread: unknown = null;
let undoable: { turn: number; done: string; undo: () => Promise<unknown> } | null = null;
let turns = 0;
/** The view that is looked at. */
let looked = routeOf(location.hash).view;

function show(): void {
  const route = routeOf(location.hash);
  const theme = known?.settings.theme ?? glance?.theme ?? "system";
  dressPage({ title: say("dashboard_title", { view: nameOf(route.view) }), theme });
  render(
    <>
      <Shell view={route.view} meter={glance && readMeter(glance.verdict, glance.preferences)}>
        {failure !== null && <FailureNotice {...describeFailure(failure)} />}
        {failure === null && unread !== null && (
          <Notice kind="fault" title={say("dashboard_unread")}>
            <p>{say("dashboard_unreadWhy", { error: String(unread) })}</p>
          </Notice>
        )}
        <ViewOf route={route} known={known} />
      </Shell>
      {undoable && <Undo key={undoable.turn} done={undoable.done} onUndo={takeBack} onEnd={() => endUndo()} />}
    </>,
    root,
  );
}

/** Each is loaded when it is looked at: the first picture must not wait for what it does not show. */
const viewLoads: Record<Route["view"], () => Promise<(props: ViewProps) => JSX.Element>> = {
  overview: () => import("./overview/Overview").then(({ Overview }) => Overview),
  week: () => import("./week/WeekView").then(({ WeekView }) => WeekView),
  rules: () => import("./rules/RulesView").then(({ RulesView }) => RulesView),
  facts: () => import("./facts/FactsView").then(({ FactsView }) => FactsView),
  data: () => import("./data/StoredView").then(({ StoredView }) => StoredView),
  settings: () => import("./settings/SettingsView").then(({ SettingsView }) => SettingsView),
  diagnostics: () => import("./diagnostics/DiagnosticsView").then(({ DiagnosticsView }) => DiagnosticsView),
  save: () => import("./week/SaveWeek").then(({ SaveWeek }) => SaveWeek),
};

function ViewOf({ route, known }: { route: Route; known: Known | null }): JSX.Element | null {
  const View = useLater(viewLoads[route.view]);
  return View && known && <View desk={{ db, ...known, store, act, tellUnread, offerUndo }} detail={route.detail} />;
}

function act(doIt: () => Promise<unknown>): void {
  doIt().then(
    () => {
      failure = null;
      show();
    },
    (error) => {
      console.error("Not done:", error);
      failure = failureId(error);
      show();
    },
  );
}

let storing: Promise<unknown> = Promise.resolve();

function store(doIt: () => Promise<unknown>): void {
  act(() => {
    const stored = storing.then(doIt);
    storing = stored.catch(() => {});
    return stored;
  });
}

function tellUnread(error: unknown): void {
  unread = error;
  // Views tell it in the middle of being shown.
  queueMicrotask(show);
}

function offerUndo(done: string, undo: () => Promise<unknown>): Promise<void> {
  turns += 1;
  undoable = { turn: turns, done, undo };
  show();
  // Later: meanwhile the undo of the act before would be there.
  return announceChange();
}

function takeBack(): void {
  const { undo } = undoable ?? {};
  endUndo();
  if (undo) store(() => undo().then(announceChange));
}

function endUndo(): void {
  undoable = null;
  show();
}

follow(
  async () => {
    await db.ready();
    const { settings } = await readSettings(db);
    return {
      settings,
      own: await readOwnRules(db),
      catalog: await catalogOf(settings),
    };
  },
  (read) => {
    known = read;
    show();
  },
  (error) => {
    failure = failureId(error);
    show();
  },
);

function look(at: Glance | null): void {
  glance = at;
  show();
}

void readGlance().then(look);
watchGlance(look);
keepFocus(root);
addEventListener("hashchange", () => {
  const before = looked;
  looked = routeOf(location.hash).view;
  show();
  // Another range or week is asked for again and again: the focus stays where it was asked for.
  if (looked === before) return;
  // Whoever goes by keyboard or screen reader goes on in the view that was asked for.
  root.querySelector<HTMLElement>("#view h1")?.focus();
  scrollTo(0, 0);
});
