import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { installPackages } from "./debian";

export type Browser = "chrome" | "firefox";

interface Place {
  title: string;
  /** Environment variable that names the program and overrides the search. */
  variable: string;
  /** Names to look for on the PATH, best first. */
  commands: readonly string[];
  darwin: readonly string[];
  /** Below the folders where Windows keeps programs. */
  win32: readonly string[];
}

const places: Record<Browser, Place> = {
  chrome: {
    title: "Chromium or Chrome",
    variable: "CHROME",
    commands: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"],
    darwin: ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"],
    win32: ["Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe"],
  },
  firefox: {
    title: "Firefox",
    variable: "FIREFOX",
    commands: ["firefox-esr", "firefox", "firefox-developer-edition"],
    darwin: ["Firefox.app/Contents/MacOS/firefox", "Firefox Developer Edition.app/Contents/MacOS/firefox"],
    win32: ["Mozilla Firefox/firefox.exe", "Firefox Developer Edition/firefox.exe"],
  },
};

/** Programs that the browser tests need on Linux beside the browsers: a display, a window manager, a hand. */
const testTools = ["Xvfb", "openbox", "xdotool"];

function isProgram(path: string): boolean {
  try {
    accessSync(path, process.platform === "win32" ? constants.F_OK : constants.X_OK);
    return statSync(path).isFile() && !isSnapStub(path);
  } catch {
    return false;
  }
}

/** Ubuntu's packages leave a script that only tells to install a snap: that is no browser. */
function isSnapStub(path: string): boolean {
  if (statSync(path).size > 20_000) return false;
  const script = readFileSync(path, "latin1");
  const snap = /\/snap\/bin\/[\w-]+/.exec(script)?.[0];
  return script.startsWith("#!") && snap !== undefined && !existsSync(snap);
}

/** The path of a program on the PATH. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const file = process.platform === "win32" ? `${name}.exe` : name;
  return folders.map((folder) => join(folder, file)).find(isProgram);
}

function usualPlaces({ darwin, win32 }: Place): string[] {
  if (process.platform === "darwin") {
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      darwin.map((app) => join(folder, app)),
    );
  }
  if (process.platform === "win32") {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    const folders = [ProgramFiles, process.env["ProgramFiles(x86)"], LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? win32.map((program) => join(folder, program)) : []));
  }
  return [];
}

/**
 * The path of an installed browser, or undefined.
 * @throws {Error} if CHROME or FIREFOX is set but names no program.
 */
export function findBrowser(browser: Browser): string | undefined {
  const place = places[browser];
  const named = process.env[place.variable];
  if (named) {
    const path = isProgram(named) ? named : findProgram(named);
    if (path) return path;
    throw new Error(`${place.variable} is set to ${named}, but there is no such program.`);
  }
  return place.commands.map(findProgram).find(Boolean) ?? usualPlaces(place).find(isProgram);
}

/** What to do where a browser is missing. */
export function howToInstall(browser: Browser): string {
  const { title, variable } = places[browser];
  return `${title} was not found. Install it, or set ${variable} to the path of its program.`;
}

function missingForTests(): string[] {
  const browsers = (["chrome", "firefox"] as const).filter((browser) => !findBrowser(browser));
  const tools = process.platform === "linux" ? testTools.filter((tool) => !findProgram(tool)) : [];
  return [...browsers.map((browser) => places[browser].title), ...tools];
}

/**
 * Makes sure that the browser tests have what they need, installing packages where that is possible.
 * @returns the environment that tells the tests which browsers to use.
 * @throws {Error} that says what is missing and what to install.
 */
export async function prepareTests(): Promise<Record<string, string>> {
  let advice = "Install what is missing, or set CHROME and FIREFOX to the paths of the browsers.";
  if (missingForTests().length > 0 && process.platform === "linux") advice = await installPackages();
  const missing = missingForTests();
  if (missing.length > 0) throw new Error(`The browser tests need what is not here: ${missing.join(", ")}.\n${advice}`);
  const environment: Record<string, string> = {};
  for (const browser of ["chrome", "firefox"] as const) {
    const path = findBrowser(browser);
    if (path) environment[places[browser].variable] = path;
  }
  return environment;
}
