import { readFileSync } from "node:fs";
import { runProcess } from "./tool";

/** Debian packages that the browser tests need: two browsers, a display, a window manager, a hand on the mouse. */
const testPackages = ["chromium", "firefox-esr", "xvfb", "openbox", "xdotool"];

/** The ids of this Linux and of those it comes from: `["ubuntu", "debian"]`. Empty where it does not say. */
function distribution(): string[] {
  try {
    const release = readFileSync("/etc/os-release", "utf8");
    const fields = [...release.matchAll(/^(ID|ID_LIKE)="?([^"\n]*)"?$/gm)];
    return fields.flatMap(([, , value = ""]) => value.split(" "));
  } catch {
    return [];
  }
}

/** Ubuntu names packages that are nothing but a hint to a snap; `apt-get` would "install" them without a browser. */
async function isOffered(name: string): Promise<boolean> {
  const { code, stdout } = await runProcess("apt-cache", ["show", "--no-all-versions", name]);
  return code === 0 && stdout.includes(`Package: ${name}`) && !/snap/i.test(stdout);
}

async function isThere(name: string): Promise<boolean> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is dpkg's own notation.
  const { stdout } = await runProcess("dpkg-query", ["--show", "--showformat=${db:Status-Status}", name]);
  return stdout === "installed";
}

async function filter(names: readonly string[], keep: (name: string) => Promise<boolean>): Promise<string[]> {
  const kept = await Promise.all(names.map(keep));
  return names.filter((_, index) => kept[index]);
}

async function aptGet(...args: string[]): Promise<void> {
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  const { code, output } = await runProcess("apt-get", ["--yes", "--quiet", ...args], { env: quiet });
  if (code !== 0) throw new Error(`${output}\napt-get ${args[0]} failed (exit code ${code}).`);
}

const ubuntuAdvice = `Ubuntu has Chromium and Firefox only as snaps, and snaps cannot be driven by these tests everywhere (not in containers).
Install Google Chrome's .deb (https://www.google.com/chrome/) and Firefox from Mozilla's own packages
(https://support.mozilla.org/kb/install-firefox-linux), or set CHROME and FIREFOX to the paths of the browsers.`;

/**
 * On Debian and Ubuntu, as root: installs the missing test packages, as far as the distribution has them.
 * @returns what to tell the user if something is still missing afterwards.
 * @throws {Error} with apt-get's output when it fails.
 */
export async function installPackages(): Promise<string> {
  const ids = distribution();
  const command = `apt-get install ${testPackages.join(" ")}`;
  if (!ids.includes("debian") && !ids.includes("ubuntu")) {
    return `On Debian these are the packages ${testPackages.join(", ")}; install what your system calls them.`;
  }
  const ubuntu = ids.includes("ubuntu") ? `\n${ubuntuAdvice}` : "";
  if (process.getuid?.() !== 0) return `Run as root: ${command}${ubuntu}`;
  const missing = await filter(testPackages, async (name) => !(await isThere(name)));
  if (missing.length === 0)
    return `The packages ${testPackages.join(", ")} are installed, but their programs are not on the PATH.`;
  console.error(`Installing ${missing.join(", ")} for the browser tests (apt-get) …`);
  await aptGet("update");
  const offered = await filter(missing, isOffered);
  if (offered.length > 0) await aptGet("install", "--no-install-recommends", ...offered);
  const absent = missing.filter((name) => !offered.includes(name));
  if (absent.length === 0) return `After ${command} they are still missing.`;
  return `This system's package sources do not have ${absent.join(" and ")}.${ubuntu}`;
}
