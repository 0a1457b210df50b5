import { addDays, type DayRow } from "../../../src/attention/day";
import { OTHER_APPS } from "../../../src/attention/heartbeat";
import { compile, shippedRules } from "../../../src/catalog/classify";
import { recordOf } from "../../../src/store/daybook";
import { addFact } from "../../../src/store/facts";
import { readOutlook, situationIn } from "../../../src/store/outlook";
import type { Block, Outcome } from "../../../src/trap/block";
import type { Fact, NumberFact, NumberKind, Shown, ShownFact } from "../../../src/trap/facts";
import { TARGET_SHARE } from "../../../src/trap/meter";
import type { Reading, Sign } from "../../../src/trap/signs/sign";
import type { Situation } from "../../../src/trap/situation";
import { openStore, writeSettings } from "../../store/opened";
import { HOUR, MINUTE, row } from "../draw";

/** A Monday, at noon UTC. */
export const TODAY = "2026-03-16";
export const NOW = Date.parse(`${TODAY}T12:00:00Z`);

/** One millisecond, in minutes: the other side of a threshold. */
export const MS = 1 / 60_000;

/** Pages whose time is what the name says, as the shipped lists see them. */
const pages: Record<string, string> = {
  build: "github.com/acme/app/pull/7",
  agents: "claude.ai/chat/1",
  automation: "n8n.io/workflows",
  ci: "circleci.com/pipelines",
  reach: "indiehackers.com/post/hello",
  post: "x.com/compose/post",
  feeds: "x.com/home",
  analytics: "plausible.io/acme.example",
  neutral: "example.com",
};

/** Minutes on pages, by the names above or by address, and in other apps. */
export type Day = Record<string, number>;

export interface Story {
  /** Day after day; the last is today. Those more than 14 days ago are stored too. */
  days?: Day[];
  otherApps?: "build" | "apart" | null;
  target?: number;
  /** A stretch of building without a break: how many days ago, and its minutes. It is no part of `days`. */
  stretch?: { ago: number; minutes: number };
  facts?: Fact[];
  blocks?: BlockStory[];
  projects?: ProjectStory[];
}

const catalog = compile(shippedRules());

/** The situation that a story leaves in the store: all of it is stored, read back, classified and added up. */
export async function situationOf(story: Story): Promise<Situation> {
  const { otherApps = "apart", target = TARGET_SHARE, stretch, facts = [], projects = [] } = story;
  const db = openStore();
  await writeSettings(db, {
    otherApps,
    target,
    projects: projects.map(({ id, isParked }) => ({
      id,
      name: `Project ${id}`,
      isParked,
      domains: [],
      repositories: [`github.com/acme/${id}`],
    })),
  });
  const blocks = (story.blocks ?? []).map(blockOf);
  await db.blocks.bulkPut(blocks);
  for (const fact of facts) await addFact(db, { ...fact });

  const rows = rowsOf(story, blocks);
  for (const day of new Set(rows.map((one) => one.day))) {
    const ofDay = rows.filter((one) => one.day === day);
    await db.days.put(recordOf(day, ofDay));
  }
  if (stretch) {
    const start = Date.parse(dayAgo(stretch.ago));
    const end = start + msOf(stretch.minutes);
    await db.spans.add({ key: keyOf("build"), start, end, offset: 0, audible: false, elapsed: end });
  }
  return situationIn(await readOutlook(db, TODAY), catalog, NOW);
}

/** Time on pages, in projects and in blocks, as day rows: one for each page, and each block on a page that is neutral without it. */
function rowsOf({ days = [], blocks = [], projects = [] }: Story, stored: Block[]): DayRow[] {
  const onPages = days.flatMap((day, i) =>
    Object.entries(day).map(([page, minutes]) => row(dayAgo(days.length - 1 - i), keyOf(page), msOf(minutes))),
  );
  const inProjects = projects.map(({ id, built, ago }) => row(dayAgo(ago), `github.com/acme/${id}`, msOf(built)));
  const inBlocks = blocks.map(({ startedAgo = 0, spent = 0 }, i) => ({
    ...row(dayAgo(startedAgo), keyOf("neutral"), msOf(spent)),
    block: stored[i]?.id ?? 0,
  }));
  return [...onPages, ...inProjects, ...inBlocks].filter(({ hours }) => Object.keys(hours).length > 0);
}

export async function readOf(sign: Sign, story: Story): Promise<Reading> {
  return sign.read(await situationOf(story));
}

export async function levelOf(sign: Sign, story: Story): Promise<string> {
  return (await readOf(sign, story)).level;
}

export async function evidenceOf(sign: Sign, story: Story): Promise<string> {
  return (await readOf(sign, story)).evidence;
}

/** The same day so many times. */
export function days(length: number, day: Day): Day[] {
  return Array.from({ length }, () => day);
}

interface Said {
  /** How many days ago it was said. */
  ago?: number;
  project?: string;
}

export function told(kind: NumberKind, value: number, { ago = 0, project }: Said = {}): NumberFact {
  return { kind, value, at: NOW - ago * 24 * HOUR, day: dayAgo(ago), project: project ?? null };
}

export function showed(value: Shown, ago = 0): ShownFact {
  return { kind: "shown", value, at: NOW - ago * 24 * HOUR, day: dayAgo(ago), project: null };
}

export interface BlockStory {
  /** How many days ago it was planned for, or started: the one, the other or both. Below 0 is ahead. */
  plannedAgo?: number;
  startedAgo?: number;
  moved?: number;
  /** Minutes of its 30 that were spent in it: they are reaching out. */
  spent?: number;
  outcome?: Outcome;
  project?: string;
  channel?: string;
  /** Started now, and not over. */
  isRunning?: boolean;
}

/** A block of 30 minutes at 11 o'clock. */
function blockOf(story: BlockStory, i: number): Block {
  const { plannedAgo, startedAgo, moved = 0, outcome = null, project = null, channel = "outreach" } = story;
  const eleven = (ago: number) => NOW - ago * 24 * HOUR - HOUR;
  const from = startedAgo === undefined ? null : eleven(startedAgo);
  const until = story.isRunning ? NOW + MINUTE : from && from + 30 * MINUTE;
  return {
    id: i + 1,
    move: "dm-five",
    title: "Write to five people",
    channel,
    project,
    minutes: 30,
    plan: plannedAgo === undefined ? null : { when: "had coffee", at: eleven(plannedAgo), day: dayAgo(plannedAgo) },
    moved,
    from,
    day: startedAgo === undefined ? null : dayAgo(startedAgo),
    until,
    outcome,
  };
}

interface ProjectStory {
  id: string;
  /** Minutes in its repository, and how many days ago that was. */
  built: number;
  ago: number;
  isParked: boolean;
}

/** A declared project, built on one day. */
export function project(id: string, built: number, { ago = 0, isParked = false } = {}): ProjectStory {
  return { id, built, ago, isParked };
}

export function dayAgo(ago: number): string {
  return addDays(TODAY, -ago);
}

function msOf(minutes: number): number {
  return Math.round(minutes * MINUTE);
}

function keyOf(page: string): string {
  if (page === OTHER_APPS) return page;
  const key = catalog.keyOf(`https://${pages[page] ?? page}`);
  if (key === null) throw new Error(`"${page}" is no page`);
  return key;
}
