/** web-ext ships no types; these are of the one call that start.ts makes. */
declare module "web-ext" {
  interface RunOptions {
    sourceDir: string;
    target: ["chromium"] | ["firefox-desktop"];
    chromiumBinary?: string;
    chromiumProfile?: string;
    chromiumPref?: Record<string, unknown>;
    firefox?: string;
    firefoxProfile?: string;
    keepProfileChanges: boolean;
    noReload: boolean;
    noInput: boolean;
    startUrl?: string;
    args?: string[];
  }

  interface Runner {
    exit(): Promise<void>;
    /** Called once the browser is gone. */
    registerCleanup(callback: () => void): void;
  }

  export const cmd: { run(options: RunOptions): Promise<Runner> };
}

declare module "web-ext/util/logger" {
  export const consoleStream: { startCapturing(): void };
}
