import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** CPU time that processes have used since the watch began, seconds; those that ended meanwhile are in it. */
export interface CpuUse {
  /** The extension's own processes. */
  extension: number;
  /** The whole browser, that included. */
  browser: number;
}

const LOOK_MS = 1000;

/** Watches the processes of the Chromium on a profile, by /proc; Linux only. */
export function watchCpu(profile: string): { used(): CpuUse; stop(): void } {
  const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
  const before = new Map<string, number>();
  const latest = new Map<string, { ticks: number; isExtension: boolean }>();
  const look = () => {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const command = commandOf(pid);
      const ticks = ticksOf(pid);
      if (ticks === undefined || !command.includes(`--user-data-dir=${profile}`)) continue;
      latest.set(pid, { ticks, isExtension: command.includes("--extension-process") });
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
        ) / ticksPerSecond;
      return { extension: of(true), browser: of(false) };
    },
    stop: () => clearInterval(timer),
  };
}

/** User and system time; undefined for a process that has ended. */
function ticksOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return undefined;
  }
}

/** Chromium's children have no environment left, but all name their profile. Empty for a process that has ended. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    return "";
  }
}
