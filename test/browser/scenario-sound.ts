import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../../src/commands/browsers";
import type { BrowserName } from "./session";
import { poll } from "./wait";

/** A loudspeaker that nobody hears. */
export interface Sound {
  /** What tells a browser of it. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

const pulseaudio = findProgram("pulseaudio");

/** Why a browser tells of no audible tab here; null where it does. Chromium plays without any device, Firefox does not. */
export function deafness(browser: BrowserName): string | null {
  if (browser === "chromium" || pulseaudio) return null;
  return "Firefox reports audible tabs only with an audio device, and there is no pulseaudio to give it one";
}

export async function startSound(browser: BrowserName): Promise<Sound> {
  if (browser === "chromium" || !pulseaudio) return { environment: {}, stop: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), "trap-meter-sound-"));
  const socket = join(folder, "native");
  const modules = ["module-null-sink", `module-native-protocol-unix socket=${socket} auth-anonymous=1`];
  const server = spawn(
    pulseaudio,
    ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", ...modules.map((one) => `--load=${one}`)],
    { stdio: "ignore", env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder, DISPLAY: "" } },
  );
  const gone = new Promise((resolve) => server.once("exit", resolve).once("error", resolve));
  await poll("the sound server", () => existsSync(socket));
  return {
    environment: { PULSE_SERVER: `unix:${socket}` },
    async stop() {
      server.kill("SIGKILL");
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
