import type { Block } from "../../src/trap/block";

/** A plan for 14:00 of a Monday, in UTC. */
export const PLAN = { when: "I wake", at: Date.parse("2026-03-16T14:00:00Z"), day: "2026-03-16" };

/** A block of 30 minutes that was neither planned nor started, but for what is said of it. */
export function blockOf(more: Partial<Block> = {}): Block {
  return {
    id: 1,
    move: "dm-five",
    title: "Write to five people",
    channel: "outreach",
    project: null,
    minutes: 30,
    plan: null,
    moved: 0,
    from: null,
    day: null,
    until: null,
    outcome: null,
    ...more,
  };
}
