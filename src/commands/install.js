// Makes sure that node_modules is what package-lock.json says, so that every script works on a fresh clone.
// Plain JavaScript without dependencies: it runs before there are any. Also `node src/commands/install.js`.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Fails, rather than letting a tool fail later in words of its own. */
function requireNode(range) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [wantedMajor, wantedMinor] = range.replace(">=", "").split(".").map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Error(
    `Node ${range} is needed, this is ${process.versions.node}. Get it from https://nodejs.org and run this again.`,
  );
}

function packagesIn(lockfile) {
  return JSON.parse(readFileSync(lockfile, "utf8")).packages ?? {};
}

/** Optional packages are installed for one system only, so that their absence says nothing; their presence may. */
function isForHere({ os, cpu }) {
  const allows = (list, value) => {
    if (!list) return true;
    if (list.includes(`!${value}`)) return false;
    return list.includes(value) || list.every((entry) => entry.startsWith("!"));
  };
  return allows(os, process.platform) && allows(cpu, process.arch);
}

/** Compares npm's own record of what it installed with what is wanted. Reading 400 versions takes milliseconds. */
function isInstalled() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = packagesIn(join(root, "package-lock.json"));
  const found = packagesIn(record);
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === "") continue;
    if (!found[path]) {
      if (optional) continue;
      return false;
    }
    if (found[path].version !== version) return false;
  }
  return Object.entries(found).every(
    ([path, entry]) =>
      (wanted[path] || entry.optional) && isForHere(entry) && existsSync(join(root, path, "package.json")),
  );
}

/** npm, by the path it gives to the scripts it runs, else the one on the PATH (a .cmd file on Windows). */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  // npm's output goes to stderr: what a command prints on stdout stays its own.
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  if (npm && /npm-cli\.c?js$/.test(npm)) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

/** The lockfile repeats what package.json asks for; npm would quietly mend a difference, which nobody then reviews. */
function requireAgreement(manifest) {
  const locked = packagesIn(join(root, "package-lock.json"))[""] ?? {};
  for (const kind of ["dependencies", "devDependencies"]) {
    const [asked, noted] = [manifest[kind] ?? {}, locked[kind] ?? {}];
    const differing = Object.keys({ ...asked, ...noted }).filter((name) => asked[name] !== noted[name]);
    if (differing.length === 0) continue;
    throw new Error(
      `package.json and package-lock.json differ in ${differing.join(", ")}: run npm install and commit both.`,
    );
  }
}

/** @throws {Error} with a message for the user, when Node is too old or npm fails. */
export function install() {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  requireNode(manifest.engines.node);
  requireAgreement(manifest);
  if (isInstalled()) return;
  console.error("Installing the packages that package-lock.json names …");
  // Not `npm ci`: it refuses a lockfile without the optional packages of other systems, which npm itself leaves out
  // when it cannot fetch them. --no-save keeps the lockfile as it is, so that the versions are the same; and
  // npm run --silent would also silence what this npm has to say.
  const { status, signal, error } = runNpm(["install", "--no-save", "--include=dev", "--loglevel=error"]);
  if (status === 0) return;
  const reason = error?.message ?? (signal ? `signal ${signal}` : `exit code ${status}`);
  throw new Error(`npm could not install the packages (${reason}); its messages are above. Is there a network?`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    install();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
