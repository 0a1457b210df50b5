import { readdirSync, readFileSync } from "node:fs";
import { poll } from "./wait";

const variable = "TRAP_METER_TEST_RUN";

/** Environment that marks a process, and what it starts, as belonging to this run, or to one part of it. */
export function marked(run: string, part?: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), [variable]: part ? `${run}/${part}` : run };
}

/** Processes of this run, or of one part of it, that still exist (zombies are gone already). */
export function survivors(run: string): number[] {
  const mark = `${variable}=${run}`;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, "latin1")
          .split("\0")
          .some((entry) => entry === mark || entry.startsWith(`${mark}/`));
      } catch {
        return false;
      }
    })
    .map(Number);
}

function send(signal: NodeJS.Signals, target: number): void {
  try {
    process.kill(target, signal);
  } catch {
    // Already gone.
  }
}

/** Outright, the whole group: nothing gets to say goodbye. */
export function killGroup(leader: number): void {
  send("SIGKILL", -leader);
  send("SIGKILL", leader);
}

/** Resolves when a browser that was told to end has ended with all its children. */
export async function allGone(run: string): Promise<void> {
  await poll(`processes of ${run} to end`, () => survivors(run).length === 0);
}

/** At once, for when there is no time to wait. */
export function killNow(run: string): void {
  for (const pid of survivors(run)) send("SIGKILL", pid);
}

export async function killAll(run: string): Promise<void> {
  await poll(`processes of ${run} to end`, () => {
    killNow(run);
    return survivors(run).length === 0;
  });
}
