import { describe, expect, test } from "vitest";
import { addDays } from "../../src/attention/day";
import type { Project } from "../../src/trap/project";
import { SITUATION_DAYS, type SituationSources, situationOf } from "../../src/trap/situation";
import { blockOf, PLAN } from "./block";
import { HOUR, MINUTE, row, standards } from "./draw";

const TODAY = "2026-03-16";
const ago = (days: number) => addDays(TODAY, -days);

function situation(more: Partial<SituationSources> = {}) {
  return situationOf({
    today: TODAY,
    now: Date.parse(`${TODAY}T12:00:00Z`),
    rows: [],
    standards: standards({ target: 0.3 }),
    longestBuild: null,
    firstBuildDay: null,
    facts: [],
    blocks: [],
    projects: [],
    ...more,
  });
}

const project = (id: string, more: Partial<Project> = {}): Project => ({
  id,
  name: `Project ${id}`,
  domains: [],
  repositories: [`github.com/acme/${id}`],
  isParked: false,
  ...more,
});

test("a situation has what is told, and the meter of its days with its target", () => {
  const longestBuild = { day: TODAY, ms: HOUR };
  const { meter, target, ...rest } = situation({ longestBuild, firstBuildDay: "2026-01-01" });
  expect(rest).toMatchObject({ today: TODAY, longestBuild, firstBuildDay: "2026-01-01", projects: [], facts: [] });
  expect([target, meter.target, meter.zone]).toEqual([0.3, 0.3, "not-enough-data"]);
});

test("its totals are of the 14 days that end today", () => {
  const rows = [-1, 0, 13, 14, 27].map((days) => row(ago(days), "github.com", HOUR));
  const { totals, meter } = situation({ rows });
  expect(totals.days.map(({ day }) => day)).toEqual([ago(13), ago(0)]);
  expect(meter.buildMs).toBe(2 * HOUR);
});

describe("the blocks of a situation", () => {
  const idsOf = (...blocks: ReturnType<typeof blockOf>[]) => situation({ blocks }).blocks.map(({ id }) => id);
  const startedOn = (day: string, more = {}) =>
    blockOf({ day, from: Date.parse(day), until: Date.parse(day) + 1, ...more });
  const plannedFor = (day: string, more = {}) => blockOf({ plan: { ...PLAN, day }, ...more });

  test("are those started within 28 days, today included", () => {
    expect(SITUATION_DAYS).toBe(28);
    const [first, before] = [startedOn(ago(27), { id: 1 }), startedOn(ago(28), { id: 2 })];
    expect(idsOf(first, before, startedOn(TODAY, { id: 3 }))).toEqual([1, 3]);
  });

  test("are those planned for a day within them, or for one that is to come", () => {
    const [first, before] = [plannedFor(ago(27), { id: 1 }), plannedFor(ago(28), { id: 2 })];
    expect(idsOf(first, before, plannedFor(ago(-30), { id: 3 }))).toEqual([1, 3]);
  });

  test("go by the day they were started on, whatever day they were planned for", () => {
    const plan = { ...PLAN, day: ago(40) };
    expect(idsOf(startedOn(ago(27), { plan }))).toEqual([1]);
    expect(idsOf(startedOn(ago(28), { plan: { ...PLAN, day: TODAY } }))).toEqual([]);
  });

  test("are every launch that was made, however long ago, and none that was not", () => {
    const old = startedOn(ago(300), { channel: "launch", outcome: "posted" });
    expect(idsOf(old)).toEqual([1]);
    expect(idsOf({ ...old, outcome: null })).toEqual([]);
    expect(idsOf({ ...old, channel: "outreach" })).toEqual([]);
  });

  test("have the time that was spent in them in 28 days, present and declared", () => {
    const rows = [
      { ...row(ago(27), "x.com", 10 * MINUTE), block: 1 },
      { ...row(ago(0), "declared:", 5 * MINUTE), block: 1 },
      { ...row(ago(28), "x.com", HOUR), block: 1 },
      { ...row(ago(0), "x.com", 2 * MINUTE), block: 2 },
      row(ago(0), "x.com", HOUR),
    ];
    const blocks = [1, 2, 3].map((id) => startedOn(ago(27), { id }));
    const judged = standards({}, undefined, blocks);
    expect(situation({ rows, blocks, standards: judged }).blocks.map(({ ms }) => ms / MINUTE)).toEqual([15, 2, 0]);
  });
});

describe("the projects of a situation", () => {
  test("have their building of 28 days, each its own", () => {
    const rows = [
      row(ago(0), "github.com/acme/app", 10 * MINUTE),
      row(ago(27), "github.com/acme/app/pull", 5 * MINUTE),
      row(ago(28), "github.com/acme/app", HOUR),
      row(ago(-1), "github.com/acme/app", HOUR),
      row(ago(0), "github.com/acme/app-2", 3 * MINUTE),
      row(ago(0), "github.com/other", HOUR),
    ];
    const { projects } = situation({ rows, projects: [project("app"), project("app-2", { isParked: true })] });
    expect(projects).toEqual([
      { id: "app", name: "Project app", isParked: false, buildMs: 15 * MINUTE, blockMs: 0 },
      { id: "app-2", name: "Project app-2", isParked: true, buildMs: 3 * MINUTE, blockMs: 0 },
    ]);
  });

  test("have as building nothing that is not: their live sites are neutral", () => {
    const rows = [row(TODAY, "acme.example", HOUR), row(TODAY, "github.com/traffic", HOUR)];
    const some = [project("app", { domains: ["acme.example"], repositories: ["github.com/traffic"] })];
    expect(situation({ rows, projects: some }).projects[0]?.buildMs).toBe(0);
  });

  test("have the time of the blocks that were for them", () => {
    const blocks = [blockOf({ id: 1, day: TODAY, project: "app" }), blockOf({ id: 2, day: TODAY, project: "other" })];
    const rows = [1, 2].map((block) => ({ ...row(TODAY, "x.com", block * MINUTE), block }));
    const judged = standards({}, undefined, blocks);
    const { projects } = situation({ rows, blocks, standards: judged, projects: [project("app"), project("none")] });
    expect(projects.map(({ blockMs }) => blockMs)).toEqual([MINUTE, 0]);
  });

  test("have as building nothing of what was done in a block", () => {
    const blocks = [blockOf({ id: 1, day: TODAY, project: "app" })];
    const rows = [{ ...row(TODAY, "github.com/acme/app", HOUR), block: 1 }];
    const judged = standards({}, undefined, blocks);
    const { projects } = situation({ rows, blocks, standards: judged, projects: [project("app")] });
    expect(projects).toMatchObject([{ buildMs: 0, blockMs: HOUR }]);
  });
});
