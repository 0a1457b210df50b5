import { addDays } from "../../../src/attention/day";
import { OTHER_APPS } from "../../../src/attention/heartbeat";
import { compile, shippedRules } from "../../../src/catalog/classify";
import { recordOf } from "../../../src/store/daybook";
import { readDays } from "../../../src/store/read";
import type { BlockTime, Outcome } from "../../../src/trap/block";
import type { Fact, NumberFact, NumberKind, Shown, ShownFact } from "../../../src/trap/facts";
import { readMeter, TARGET_SHARE } from "../../../src/trap/meter";
import type { Reading, Sign } from "../../../src/trap/signs/sign";
import type { ProjectTime, Situation } from "../../../src/trap/situation";
import { addUp } from "../../../src/trap/totals";
import { firstDay } from "../../../src/trap/window";
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
  /** The longest stretch of building: how many days ago, and its minutes. */
  stretch?: { ago: number; minutes: number };
  facts?: Fact[];
  blocks?: BlockTime[];
  projects?: ProjectTime[];
}

const catalog = compile(shippedRules());

/** The situation that a story leaves: its days are stored, read back, classified and added up. */
export async function situationOf(story: Story): Promise<Situation> {
  const { days = [], otherApps = "apart", target = TARGET_SHARE, stretch, facts = [], blocks = [] } = story;
  const db = openStore();
  await writeSettings(db, { otherApps });
  for (const [i, pagesOfDay] of days.entries()) {
    const day = dayAgo(days.length - 1 - i);
    const rows = Object.entries(pagesOfDay).map(([page, minutes]) =>
      row(day, keyOf(page), Math.round(minutes * MINUTE)),
    );
    if (rows.length > 0) await db.days.put(recordOf(day, rows));
  }
  const readFrom = async (first: string) => {
    const { days: rows, settings } = await readDays(db, first, TODAY);
    return addUp(rows, catalog.classifyKey, settings.otherApps);
  };
  const totals = await readFrom(firstDay("14", TODAY));
  const ever = await readFrom(dayAgo(days.length));
  return {
    today: TODAY,
    now: NOW,
    target,
    totals,
    meter: readMeter(totals, otherApps, target),
    longestBuild: stretch ? { day: dayAgo(stretch.ago), ms: Math.round(stretch.minutes * MINUTE) } : null,
    firstBuildDay: ever.days.find(({ buildMs }) => buildMs > 0)?.day ?? null,
    facts,
    blocks,
    projects: story.projects ?? [],
  };
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

interface BlockStory {
  /** How many days ago it was planned for, or started: the one, the other or both. Below 0 is ahead. */
  plannedAgo?: number;
  startedAgo?: number;
  moved?: number;
  /** Minutes of its 30 that were counted. */
  spent?: number;
  outcome?: Outcome;
  project?: string;
  /** Started now, and not over. */
  isRunning?: boolean;
}

/** A block of 30 minutes at 11 o'clock. */
export function block(story: BlockStory): BlockTime {
  const { plannedAgo, startedAgo, moved = 0, spent = 0, outcome = null, project = null, isRunning = false } = story;
  const eleven = (ago: number) => NOW - ago * 24 * HOUR - HOUR;
  const from = startedAgo === undefined ? null : eleven(startedAgo);
  return {
    id: 1,
    move: "dm-five",
    title: "Write to five people",
    channel: "outreach",
    project,
    minutes: 30,
    plan: plannedAgo === undefined ? null : { when: "had coffee", at: eleven(plannedAgo), day: dayAgo(plannedAgo) },
    moved,
    from,
    day: startedAgo === undefined ? null : dayAgo(startedAgo),
    until: from === null ? null : isRunning ? NOW + MINUTE : from + 30 * MINUTE,
    outcome,
    declaredMs: 0,
    ms: spent * MINUTE,
  };
}

/** A declared project with so many minutes of building. */
export function project(id: string, buildMinutes: number, more: Partial<ProjectTime> = {}): ProjectTime {
  return { id, name: id, isParked: false, buildMs: Math.round(buildMinutes * MINUTE), blockMs: 0, ...more };
}

export function dayAgo(ago: number): string {
  return addDays(TODAY, -ago);
}

function keyOf(page: string): string {
  if (page === OTHER_APPS) return page;
  const key = catalog.keyOf(`https://${pages[page] ?? page}`);
  if (key === null) throw new Error(`"${page}" is no page`);
  return key;
}
