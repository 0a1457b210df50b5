import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { survivors } from "../browser/processes";

/** CPU time that processes have used since the watch began, seconds; those that ended meanwhile are in it. */
export interface CpuUse {
  /** The extension's own processes. */
  extension: number;
  /** The whole browser, that included. */
  browser: number;
}

const TICKS_PER_SECOND = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
const LOOK_MS = 1000;

/** Watches the processes of a Chromium of this run, by /proc; Linux only. Returns what they have used so far. */
export function watchCpu(run: string): { used(): CpuUse; stop(): void } {
  const before = new Map<number, number>();
  const latest = new Map<number, { ticks: number; isExtension: boolean }>();
  const look = () => {
    for (const pid of survivors(`${run}/browser`)) {
      const ticks = ticksOf(pid);
      if (ticks === undefined) continue;
      latest.set(pid, { ticks, isExtension: latest.get(pid)?.isExtension || isExtension(pid) });
    }
  };
  look();
  for (const [pid, { ticks }] of latest) before.set(pid, ticks);
  const timer = setInterval(look, LOOK_MS);
  return {
    used() {
      look();
      const of = (wanted: boolean) =>
        [...latest].reduce(
          (sum, [pid, { ticks, isExtension }]) => sum + (isExtension || !wanted ? ticks - (before.get(pid) ?? 0) : 0),
          0,
        ) / TICKS_PER_SECOND;
      return { extension: of(true), browser: of(false) };
    },
    stop: () => clearInterval(timer),
  };
}

/** User and system time; undefined for a process that has ended. */
function ticksOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return undefined;
  }
}

function isExtension(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1").includes("--extension-process");
  } catch {
    return false;
  }
}
