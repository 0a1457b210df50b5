import { type JSX, render } from "preact";
import { speakBrowsersLanguage } from "../browser/texts";
import { today } from "../browser/today";
import type { Catalog } from "../catalog/classify";
import { createCatalogs } from "../store/catalogs";
import { Database } from "../store/database";
import { readTold } from "../store/facts";
import { describeFailure, failureId } from "../store/failure";
import { follow } from "../store/follow";
import { type OwnRules, readOwnRules } from "../store/rules";
import { readSettings, type Settings } from "../store/settings";
import { say } from "../texts/say";
import { latestNumber } from "../trap/facts";
import { dressPage } from "../ui/dress";
import { FailureNotice } from "../ui/FailureNotice";
import { StoredView } from "./data/StoredView";
import type { Desk } from "./desk";
import { DiagnosticsView } from "./diagnostics/DiagnosticsView";
import { FactsView } from "./facts/FactsView";
import { Overview } from "./overview/Overview";
import { type Route, routeOf } from "./route";
import { RulesView } from "./rules/RulesView";
import { nameOf, Shell } from "./Shell";
import { SettingsView } from "./settings/SettingsView";
import { Undo } from "./Undo";
import { SaveWeek } from "./week/SaveWeek";
import { WeekView } from "./week/WeekView";

speakBrowsersLanguage();

const db = new Database();
const catalogOf = createCatalogs(db);
const root = document.getElementById("dashboard") as HTMLElement;

/** What every view needs of the store. */
interface Known {
  settings: Settings;
  /** The newest number that was told; null: none was. */
  customers: number | null;
  own: OwnRules;
  catalog: Catalog;
}

let known: Known | null = null;
let failure: string | null = null;
let undoable: { done: string; undo: () => Promise<unknown> } | null = null;

function show(): void {
  const route = routeOf(location.hash);
  if (known) dressPage({ title: say("dashboard_title", { view: nameOf(route.view) }), theme: known.settings.theme });
  render(
    <>
      <Shell view={route.view}>
        {failure !== null && <FailureNotice {...describeFailure(failure)} />}
        {known && <ViewOf route={route} known={known} />}
      </Shell>
      {undoable && <Undo done={undoable.done} onUndo={takeBack} onEnd={() => endUndo()} />}
    </>,
    root,
  );
}

function ViewOf({ route, known }: { route: Route; known: Known }): JSX.Element {
  const desk: Desk = { db, settings: known.settings, catalog: known.catalog, store, act, offerUndo, show };
  switch (route.view) {
    case "overview":
      return <Overview desk={desk} range={route.detail} />;
    case "week":
      return <WeekView desk={desk} id={route.detail} />;
    case "rules":
      return <RulesView desk={desk} own={known.own} />;
    case "facts":
      return <FactsView desk={desk} />;
    case "data":
      return <StoredView desk={desk} />;
    case "settings":
      return <SettingsView desk={desk} customers={known.customers} />;
    case "diagnostics":
      return <DiagnosticsView desk={desk} />;
    case "save":
      return <SaveWeek desk={desk} start={route.detail ?? today()} />;
  }
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

function offerUndo(done: string, undo: () => Promise<unknown>): void {
  undoable = { done, undo };
  show();
}

function takeBack(): void {
  const { undo } = undoable ?? {};
  endUndo();
  if (undo) store(undo);
}

function endUndo(): void {
  undoable = null;
  show();
}

follow(
  async () => {
    await db.ready();
    const { settings } = await readSettings(db);
    const { facts } = await readTold(db);
    return {
      settings,
      customers: latestNumber(facts, "customers")?.value ?? null,
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

addEventListener("hashchange", () => {
  show();
  // Whoever goes by keyboard or screen reader goes on in the view that was asked for.
  document.getElementById("view")?.focus();
  scrollTo(0, 0);
});
show();
