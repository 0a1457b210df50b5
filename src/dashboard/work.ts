import { announceChange } from "../browser/announce";
import type { Catalog } from "../catalog/classify";
import { parsePage, siteOfPage } from "../catalog/page";
import { parseSiteLines } from "../catalog/sitelist";
import type { Database } from "../store/database";
import { readSettings, type Settings, writeSetting } from "../store/settings";
import type { Nudging } from "../trap/nudge";
import type { Project } from "../trap/project";
import type { OffHours } from "../trap/standards";
import { siteFault } from "../ui/sitefault";

// What the dashboard does with what the user says of their work. Each says what is wrong, where nothing was stored; else nothing.

type Fault = Promise<string>;

/** Adds hours of the week that do not count. */
export async function addOffHours(db: Database, added: OffHours): Fault {
  if (added.days.length === 0) return "Not added: choose at least one day.";
  if (added.from === added.until) return "Not added: from and until are the same hour. A whole day is 0:00 to 24:00.";
  return change(db, "offHours", (offHours) =>
    offHours.some((one) => isSame(one, added)) ? "These hours are there already." : [...offHours, added],
  );
}

export async function removeOffHours(db: Database, removed: OffHours): Fault {
  return change(db, "offHours", (offHours) => offHours.filter((one) => !isSame(one, removed)));
}

export async function saveNudging(db: Database, nudging: Nudging): Fault {
  if (nudging.quietFrom === nudging.quietUntil)
    return "Not saved: that would be quiet all day. Turn the nudge off instead, or choose two different hours.";
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
    if (name === "") return "Not saved: a project needs a name.";
    if (projects.some((one) => one.id !== id && one.name === name)) return `Not saved: there is a project “${name}”.`;
    // A random id: a project that is gone leaves its facts and blocks to no other of the same name.
    if (id === null) return [...projects, { id: crypto.randomUUID(), ...project }];
    return projects.map((one) => (one.id === id ? { id, ...project } : one));
  });
  return nameFault === "" ? null : { id, field: "name", text: nameFault };
}

export async function removeProject(db: Database, id: string): Fault {
  return change(db, "projects", (projects) => projects.filter((one: Project) => one.id !== id));
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
  const wrong = read.filter(({ repository }) => repository === null).map(({ line }) => `“${line}”`);
  const repositories = [...new Set(read.flatMap(({ repository }) => repository ?? []))].sort();
  if (wrong.length === 0) return { repositories, fault: "" };
  return {
    repositories,
    fault: `Not saved: ${wrong.join(", ")} is no repository that can be told apart. Write it as github.com/owner/repo.`,
  };
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

/** A full hour of the day, 0–24. */
export function formatHour(hour: number): string {
  return `${hour}:00`;
}

function isSame(a: OffHours, b: OffHours): boolean {
  return a.from === b.from && a.until === b.until && a.days.join() === b.days.join();
}

/** Changes a setting from what is stored of it, in one transaction, so that of two changes in a row both hold. A text is a fault. */
async function change<K extends keyof Settings>(
  db: Database,
  name: K,
  to: (stored: Settings[K]) => Settings[K] | string,
): Fault {
  const fault = await db.transaction("rw", db.settings, async () => {
    const { settings } = await readSettings(db);
    const changed = to(settings[name]);
    if (typeof changed === "string") return changed;
    await writeSetting(db, name, changed);
    return "";
  });
  if (fault === "") await announceChange();
  return fault;
}
