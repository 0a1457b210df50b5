import { type ChildProcess, execFile, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { setTimeout as after } from "node:timers/promises";
import { promisify } from "node:util";
import { encodePng } from "./png";
import { killGroup, marked } from "./processes";
import { poll, within } from "./wait";
import { type Area, type Pixels, XServer } from "./xserver";

const run = promisify(execFile);

export interface Input {
  move(x: number, y: number): Promise<void>;
  /** Moves there first when a place is given. */
  click(x?: number, y?: number): Promise<void>;
  /** An xdotool key name, such as "ctrl+q" or "Return". */
  key(name: string): Promise<void>;
  type(text: string): Promise<void>;
}

/** A window that belongs to no browser. */
export interface OtherApplication {
  /** Gives it the focus again. */
  activate(): Promise<void>;
  close(): void;
}

/** One screen with a window manager, where windows take and lose the focus as on a desktop. */
export interface Display {
  readonly display: string;
  readonly run: string;
  readonly input: Input;
  /** Opens it with the focus; resolves when it has it. */
  otherApplication(title?: string): Promise<OtherApplication>;
  /** Gives the focus to the visible window whose title contains this (a regular expression of xdotool's). */
  focus(windowTitle: string): Promise<void>;
  /** As xscreensaver says it to everybody who asks. Whatever has the focus keeps it, input arrives as ever. */
  lock(): Promise<void>;
  unlock(): Promise<void>;
  /** Waits for a file picker with such a title, and saves until it has closed. Resolves with its title. */
  acceptPicker(title: string): Promise<string>;
  /** Title of the window with the focus. */
  focused(): Promise<string>;
  screenshot(path: string, area?: Area): Promise<void>;
  pixels(area?: Area): Promise<Pixels>;
  stop(): Promise<void>;
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let read = "";
    stream.on("data", (chunk: Buffer) => {
      read += chunk.toString();
      const end = read.indexOf("\n");
      if (end >= 0) resolve(read.slice(0, end));
    });
    stream.once("end", () => reject(new Error(`ended after ${JSON.stringify(read)}`)));
    stream.once("error", reject);
  });
}

function started(child: ChildProcess, what: string, line: Readable): Promise<string> {
  const failed = new Promise<never>((_, reject) => {
    child.once("error", (error) => reject(new Error(`${what} cannot be started`, { cause: error })));
    child.once("exit", (code) => reject(new Error(`${what} ended with ${code}`)));
  });
  failed.catch(() => undefined);
  return within(`${what} to start`, Promise.race([firstLine(line), failed]));
}

export async function startDisplay(runId: string): Promise<Display> {
  const environment = marked(runId);
  const children: ChildProcess[] = [];
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    detached: true,
    env: environment,
  });
  children.push(server);
  const stopChildren = async (): Promise<void> => {
    for (const child of children.reverse()) {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) continue;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      killGroup(child.pid);
      await gone;
    }
  };
  try {
    const display = `:${await started(server, "Xvfb", server.stdio[3] as Readable)}`;
    const env = { ...environment, DISPLAY: display };
    // openbox runs this once it manages windows.
    const manager = spawn("openbox", ["--sm-disable", "--startup", "echo ready"], {
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
      env,
    });
    children.push(manager);
    await started(manager, "openbox", manager.stdout);
    const x = await XServer.connect(display);
    const xdotool = async (...args: string[]): Promise<string> =>
      (await run("xdotool", args, { env, timeout: 10_000 })).stdout.trim();

    const input: Input = {
      move: async (left, top) => void (await xdotool("mousemove", `${left}`, `${top}`)),
      click: async (left, top) => {
        const place = left === undefined || top === undefined ? [] : ["mousemove", `${left}`, `${top}`];
        await xdotool(...place, "click", "1");
      },
      key: async (name) => void (await xdotool("key", "--clearmodifiers", name)),
      type: async (text) => void (await xdotool("type", "--clearmodifiers", text)),
    };
    // A fresh server may count as idle until the first input.
    await xdotool("mousemove", "1270", "890");

    const focusOf = (window: number): Promise<void> =>
      within(
        "the other application to get the focus",
        new Promise((resolve) => {
          const off = x.onFocus((id, focused) => {
            if (id !== window || !focused) return;
            off();
            resolve();
          });
        }),
      );

    return {
      display,
      run: runId,
      input,
      async otherApplication(title = "Another application") {
        const window = x.createWindow(title, { x: 900, y: 600, width: 300, height: 200 });
        const first = focusOf(window);
        await xdotool("search", "--sync", "--onlyvisible", "--name", `^${title}$`);
        await xdotool("windowactivate", `${window}`);
        await first;
        return {
          async activate() {
            if ((await xdotool("getactivewindow")) === `${window}`) return;
            const again = focusOf(window);
            await xdotool("windowactivate", `${window}`);
            await again;
          },
          close: () => x.destroyWindow(window),
        };
      },
      async focus(windowTitle) {
        const found = await xdotool("search", "--sync", "--onlyvisible", "--name", windowTitle);
        const window = found.split("\n")[0] ?? "";
        await xdotool("windowactivate", "--sync", window);
      },
      async lock() {
        x.setRootAtoms(await x.atom("_SCREENSAVER_STATUS"), [await x.atom("LOCK")]);
      },
      async unlock() {
        x.deleteRootProperty(await x.atom("_SCREENSAVER_STATUS"));
      },
      async acceptPicker(title) {
        const found = await xdotool("search", "--sync", "--onlyvisible", "--name", title);
        const window = found.split("\n")[0] ?? "";
        const name = await xdotool("getwindowname", window);
        // It takes no key before it has been laid out, and tells nobody when it has. Chromium's ignores Return.
        await poll(`${name} to close`, async () => {
          const open = await xdotool("search", "--onlyvisible", "--name", title).catch(() => "");
          if (!open.split("\n").includes(window)) return true;
          const active = await xdotool("getactivewindow");
          if (active !== window) await xdotool("windowactivate", window);
          else await xdotool("key", "alt+s");
          await after(150);
          return false;
        });
        return name;
      },
      focused: () => xdotool("getactivewindow", "getwindowname"),
      screenshot: async (path, area) => writeFile(path, encodePng(await x.pixels(area))),
      pixels: (area) => x.pixels(area),
      async stop() {
        x.close();
        await stopChildren();
      },
    };
  } catch (error) {
    await stopChildren();
    throw error;
  }
}
