import { announceChange } from "../../browser/announce";
import type { Catalog } from "../../catalog/classify";
import { parsePage, siteOfPage } from "../../catalog/page";
import { parseSiteLines } from "../../catalog/sitelist";
import type { Database } from "../../store/database";
import { readSettings, type Settings, writeSetting } from "../../store/settings";
import { language, say, sayCount } from "../../texts/say";
import type { Nudging } from "../../trap/nudge";
import type { Project } from "../../trap/project";
import type { OffHours } from "../../trap/standards";
import { siteFault } from "../../ui/sitefault";
import type { Desk } from "../desk";
import { describeHours, formatHour } from "./hours";

// What the dashboard does with what the user says of their work. Each says what is wrong, where nothing was stored; else nothing.

type Fault = Promise<string>;

/** Adds hours of the week that do not count. */
export async function addOffHours(db: Database, written: OffHours): Fault {
  const added = { ...written, days: written.days.toSorted() };
  if (added.days.length === 0) return say("settings_hoursNoDay");
  if (added.from === added.until) return say("settings_hoursNone", { from: formatHour(0), until: formatHour(24) });
  return change(db, "offHours", (offHours) =>
    offHours.some((one) => isSame(one, added)) ? say("settings_hoursTwice") : [...offHours, added],
  );
}

/** Takes hours away, to be put back for a while. */
export async function removeOffHours({ db, offerUndo, settings }: Desk, removed: OffHours): Fault {
  const others = (offHours: readonly OffHours[]) => offHours.filter((one) => !isSame(one, removed));
  const fault = await write(db, "offHours", others);
  const hours = describeHours(removed, settings.weekStartsOn);
  await offerUndo(say("settings_offHoursRemoved", { hours }), () =>
    write(db, "offHours", (offHours) => [...others(offHours), removed]),
  );
  return fault;
}

export async function saveNudging(db: Database, nudging: Nudging): Fault {
  if (nudging.quietFrom === nudging.quietUntil) return say("settings_quietAllDay");
  return change(db, "nudge", () => nudging);
}

/** A project as typed into its form. */
export interface WrittenProject {
  name: string;
  /** A site a line. */
  domains: string;
  /** A repository a line. */
  repositories: string;
  isParked: boolean;
}

export type ProjectField = "name" | "domains" | "repositories";

/** What is wrong with a project as it was last typed: all of it is stored, or nothing. */
export interface ProjectFault {
  /** Null: of the project that is to be added. */
  id: string | null;
  field: ProjectField;
  text: string;
}

/** Adds a project, or with an id changes one. */
export async function saveProject(
  db: Database,
  { keyOf }: Catalog,
  id: string | null,
  written: WrittenProject,
): Promise<ProjectFault | null> {
  const name = written.name.trim();
  const { sites, wrong } = parseSiteLines(written.domains);
  const { repositories, fault } = parseRepositories(written.repositories, keyOf);
  if (wrong.length > 0) return { id, field: "domains", text: siteFault(wrong) };
  if (fault !== "") return { id, field: "repositories", text: fault };
  const project = { name, domains: sites, repositories, isParked: written.isParked };
  const nameFault = await change(db, "projects", (projects) => {
    if (name === "") return say("settings_projectNameless");
    if (projects.some((one) => one.id !== id && one.name === name)) return say("settings_projectTwice", { name });
    // A random id: a project that is gone leaves its facts and blocks to no other of the same name.
    if (id === null) return [...projects, { id: crypto.randomUUID(), ...project }];
    return projects.map((one) => (one.id === id ? { id, ...project } : one));
  });
  return nameFault === "" ? null : { id, field: "name", text: nameFault };
}

/** Takes a project away, to be put back for a while. */
export async function removeProject({ db, offerUndo }: Desk, removed: Project): Fault {
  const others = (projects: readonly Project[]) => projects.filter(({ id }) => id !== removed.id);
  const fault = await write(db, "projects", others);
  await offerUndo(say("settings_projectRemoved", { name: removed.name }), () =>
    write(db, "projects", (projects) => [...others(projects), removed]),
  );
  return fault;
}

interface Repositories {
  repositories: string[];
  fault: string;
}

/** Repositories as a person types or pastes them, one a line, as they begin page keys. */
function parseRepositories(text: string, keyOf: Catalog["keyOf"]): Repositories {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const read = lines.map((line) => ({ line, repository: parseRepository(line, keyOf) }));
  const wrong = read
    .filter(({ repository }) => repository === null)
    .map(({ line }) => say("ui_siteFaultLine", { line }));
  const repositories = [...new Set(read.flatMap(({ repository }) => repository ?? []))].sort();
  if (wrong.length === 0) return { repositories, fault: "" };
  const named = new Intl.ListFormat(language(), { type: "unit" }).format(wrong);
  return { repositories, fault: sayCount("settings_noRepository", wrong.length, { lines: named }) };
}

/** A repository as page keys begin with it; null where a line is none, or stored keys do not tell its host's repositories apart. */
function parseRepository(line: string, keyOf: Catalog["keyOf"]): string | null {
  const address = line.replace(/^git@([^:/]+):/, "$1/").replace(/\.git$/, "");
  const page = parsePage(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  const [owner, name] = page?.segments ?? [];
  if (!page || owner === undefined || name === undefined) return null;
  const repository = `${siteOfPage(page)}/${owner}/${name}`;
  return keyOf(`https://${repository}`) === repository ? repository : null;
}

function isSame(a: OffHours, b: OffHours): boolean {
  return a.from === b.from && a.until === b.until && a.days.join() === b.days.join();
}

/** What a setting becomes, by what is stored of it; a text says why it stays. */
type Changed<K extends keyof Settings> = (stored: Settings[K]) => Settings[K] | string;

/** Changes a setting, and has the background act on it. */
async function change<K extends keyof Settings>(db: Database, name: K, to: Changed<K>): Fault {
  const fault = await write(db, name, to);
  if (fault === "") await announceChange();
  return fault;
}

/** Changes a setting in one transaction, so that of two changes in a row both hold. */
async function write<K extends keyof Settings>(db: Database, name: K, to: Changed<K>): Fault {
  return db.transaction("rw", db.settings, async () => {
    const { settings } = await readSettings(db);
    const changed = to(settings[name]);
    if (typeof changed === "string") return changed;
    await writeSetting(db, name, changed);
    return "";
  });
}
