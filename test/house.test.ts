import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import manifest from "../manifest.json";
import pkg from "../package.json";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");

/** All files below a folder, by their path in it. */
const filesIn = (folder: string) =>
  readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.replaceAll("\\", "/"), entry.name).slice(`${root}${folder}/`.length))
    .sort();

const files = filesIn("src");
const modules = files.filter((file) => /\.(tsx?|js)$/.test(file) && !file.endsWith(".d.ts"));

const pure = ["texts", "attention", "catalog", "trap", "exports", "sources"];
const rooms = [...pure, "store", "browser", "ui"];

interface Floor {
  /** The rooms that it knows, besides itself. */
  rooms: string[];
  /** The rooms that it knows only the types of. */
  types?: string[];
  /** The packages that it imports; in commands any that no room has for itself. */
  packages: string[] | "any other";
}

/** The house from the ground up: imports run only downwards, and edges never know each other. */
const floors: Record<string, Floor> = {
  texts: { rooms: [], packages: [] },
  attention: { rooms: [], packages: [] },
  catalog: { rooms: ["texts"], packages: [] },
  trap: { rooms: ["texts", "attention", "catalog"], packages: [] },
  exports: { rooms: ["texts", "catalog", "trap"], types: ["attention"], packages: [] },
  sources: { rooms: ["texts", "attention", "catalog"], packages: [] },
  store: { rooms: pure, packages: ["dexie"] },
  browser: { rooms: pure, packages: ["webextension-polyfill"] },
  ui: { rooms: pure, packages: ["preact", "uplot"] },
  background: { rooms, packages: [] },
  popup: { rooms, packages: ["preact"] },
  dashboard: { rooms, packages: ["preact"] },
  welcome: { rooms, packages: ["preact"] },
  commands: { rooms, packages: "any other" },
};

/** What only one edge may import, and who draws with preact. */
const reserved: Record<string, string[]> = {
  dexie: ["store"],
  "webextension-polyfill": ["browser"],
  preact: ["ui", "popup", "dashboard", "welcome"],
  uplot: ["ui"],
};

interface Import {
  from: string;
  isType: boolean;
}

/** What a module imports, exports from elsewhere or loads later. */
function importsOf(source: string): Import[] {
  const code = source.replace(/\/\*.*?\*\//gs, "").replace(/^\s*\/\/.*$/gm, "");
  const clause = String.raw`(?:[\w$]+\s*,\s*)?(?:[\w$]+|\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})`;
  const named = new RegExp(String.raw`^(?:import|export)\s+(type\s+)?(${clause})\s*from\s*["']([^"']+)["']`, "gm");
  const found = [...code.matchAll(named)].map(([, type, names = "", from = ""]) => ({
    from,
    isType: type !== undefined || /^\{(\s*type\s[^,}]+,?)+\s*\}$/.test(names),
  }));
  const effects = [...code.matchAll(/^import\s*["']([^"']+)["']/gm)];
  const later = [...code.matchAll(/\b(?:import|require)\s*\(\s*["'`]([^"'`]+)["'`]/g)];
  return [...found, ...[...effects, ...later].map(([, from = ""]) => ({ from, isType: false }))];
}

const roomOf = (file: string) => file.split("/", 1)[0] ?? "";
const packageOf = (from: string) => from.split("/", from.startsWith("@") ? 2 : 1).join("/");
/** A relative import as a path in src; `../` in front where it leaves src. */
const targetOf = (file: string, from: string) => posix.join(posix.dirname(file), from.replace(/\?.*$/, ""));

/** What is wrong with one import, in words; null when nothing is. */
function objection(file: string, { from, isType }: Import): string | null {
  const room = roomOf(file);
  const floor = floors[room];
  if (!floor) return `src/${file}: "${room}" stands on no floor; name it in test/house.test.ts`;
  if (from.startsWith(".")) {
    const target = targetOf(file, from);
    const other = roomOf(target);
    if (other === room || floor.rooms.includes(other) || (isType && floor.types?.includes(other))) return null;
    if (other === ".." && floor.packages === "any other") return null;
    // The names of all texts are those of the English ones.
    if (isType && room === "texts" && target === "../public/_locales/en/messages.json") return null;
    const allowed = [...floor.rooms, ...(floor.types ?? []).map((name) => `types of ${name}`)].join(", ") || "no room";
    return `src/${file} imports ${target}: ${room} knows itself and ${allowed}`;
  }
  const name = packageOf(from);
  const owners = reserved[name];
  if (owners && !owners.includes(room)) return `src/${file} imports ${name}, which belongs to ${owners.join(" and ")}`;
  if (floor.packages === "any other" || floor.packages.includes(name)) return null;
  return `src/${file} imports ${name}: ${room} imports ${floor.packages.join(", ") || "no package"}`;
}

describe("imports are found", () => {
  test.each<[string, Import[]]>([
    ['import a from "x";', [{ from: "x", isType: false }]],
    ["import a from 'x'", [{ from: "x", isType: false }]],
    ['import { a, type B } from "./x";', [{ from: "./x", isType: false }]],
    ['import { type A, type B } from "./x";', [{ from: "./x", isType: true }]],
    ['import type { A } from "./x";', [{ from: "./x", isType: true }]],
    ['import {\n  a,\n  b,\n} from "../x/y";', [{ from: "../x/y", isType: false }]],
    ['import a, { b } from "x";', [{ from: "x", isType: false }]],
    ['import * as a from "x";', [{ from: "x", isType: false }]],
    ['import "./x.css";', [{ from: "./x.css", isType: false }]],
    ['export { a } from "./x";', [{ from: "./x", isType: false }]],
    ['export * from "./x";', [{ from: "./x", isType: false }]],
    ['export type { A } from "./x";', [{ from: "./x", isType: true }]],
    ['const a = await import("x");', [{ from: "x", isType: false }]],
    ['// import a from "x";', []],
    ['/* a\nimport a from "x";\n*/', []],
    ['export function f({ from }: Pick<A, "from">) {}', []],
  ])("in %j", (source, found) => {
    expect(importsOf(source)).toEqual(found);
  });

  test("in every module that imports: none is missed", () => {
    const missed = modules.flatMap((file) => {
      const source = read(`src/${file}`);
      const statements = source.match(/^(import\b(?!\.)|export\b[^;=("']*\bfrom\s*["'])/gm) ?? [];
      const later = source.match(/\bimport\s*\(\s*["'`]/g) ?? [];
      const found = importsOf(source).length;
      return found === statements.length + later.length ? [] : [`src/${file}: ${found} found`];
    });
    expect(missed).toEqual([]);
  });
});

describe("imports run only downwards", () => {
  test("in every module", () => {
    const objections = modules.flatMap((file) =>
      importsOf(read(`src/${file}`)).flatMap((one) => objection(file, one) ?? []),
    );
    expect([...new Set(objections)]).toEqual([]);
  });

  test.each([
    [
      "attention/day.ts",
      "../catalog/page",
      "src/attention/day.ts imports catalog/page: attention knows itself and no room",
    ],
    [
      "catalog/page.ts",
      "../attention/day",
      "src/catalog/page.ts imports attention/day: catalog knows itself and texts",
    ],
    ["trap/week.ts", "../exports", "src/trap/week.ts imports exports: trap knows itself and texts, attention, catalog"],
    ["trap/week.ts", "dexie", "src/trap/week.ts imports dexie, which belongs to store"],
    ["trap/week.ts", "node:fs", "src/trap/week.ts imports node:fs: trap imports no package"],
    ["exports/json.ts", "../attention/day", /exports knows itself and texts, catalog, trap, types of attention$/],
    ["store/read.ts", "../browser/save", /store knows itself and texts, attention, catalog, trap, exports, sources$/],
    [
      "store/read.ts",
      "preact/hooks",
      "src/store/read.ts imports preact, which belongs to ui and popup and dashboard and welcome",
    ],
    ["browser/save.ts", "../ui/Gauge", /browser knows itself and/],
    ["ui/Gauge.tsx", "../store/read", /ui knows itself and/],
    [
      "ui/FailureNotice.tsx",
      "../store/failure",
      /ui knows itself and texts, attention, catalog, trap, exports, sources$/,
    ],
    [
      "ui/Gauge.tsx",
      "webextension-polyfill",
      "src/ui/Gauge.tsx imports webextension-polyfill, which belongs to browser",
    ],
    ["popup/main.tsx", "../background/main", /popup knows itself and/],
    ["welcome/main.tsx", "../popup/open", /welcome knows itself and/],
    ["popup/main.tsx", "../../package.json", /popup knows itself and/],
    ["commands/build.ts", "dexie", "src/commands/build.ts imports dexie, which belongs to store"],
    ["cellar/wine.ts", "./bottle", /"cellar" stands on no floor/],
  ])("%s may not import %s", (file, from, message) => {
    expect(objection(file, { from, isType: false })).toMatch(message);
  });

  test.each([
    ["trap/week.ts", "./meter", false],
    ["trap/week.ts", "../catalog/page", false],
    ["exports/json.ts", "../attention/day", true],
    ["ui/Gauge.tsx", "preact/hooks", false],
    ["commands/build.ts", "../../package.json", false],
    ["commands/build.ts", "node:path", false],
  ])("%s may import %s", (file, from, isType) => {
    expect(objection(file, { from, isType })).toBeNull();
  });

  test("every folder is a floor, and every floor a folder", () => {
    expect([...new Set(files.filter((file) => file.includes("/")).map(roomOf))].sort()).toEqual(
      Object.keys(floors).sort(),
    );
  });
});

describe("lists are explicit", () => {
  /** The files of a folder that a module does not import. */
  const unlisted = (folder: string, list: string) => {
    const listed = new Set(importsOf(read(`src/${list}`)).map(({ from }) => targetOf(list, from)));
    return files.filter(
      (file) =>
        file.startsWith(`${folder}/`) && file !== list && !listed.has(file) && !listed.has(file.replace(/\.tsx?$/, "")),
    );
  };

  test.each([
    ["catalog/sites", "catalog/sites/index.ts"],
    ["exports", "exports/index.ts"],
    ["store/versions", "store/database.ts"],
    ["trap/moves/lists", "trap/moves/catalogue.ts"],
  ])("every file of src/%s stands in src/%s", (folder, list) => {
    expect(files.filter((file) => file.startsWith(`${folder}/`)).length).toBeGreaterThan(0);
    expect(unlisted(folder, list)).toEqual([]);
  });

  // Their folders hold more than what is listed: what a listed module is, its type says.
  test.each([
    ["sources", "Tool", "sources/index.ts"],
    ["trap/signs", "Sign", "trap/signs/index.ts"],
  ])("every module of src/%s that is a %s stands in src/%s", (folder, type, list) => {
    const isOne = new RegExp(String.raw`^export const \w+: ${type}\b`, "m");
    const ones = modules.filter((file) => file.startsWith(`${folder}/`) && isOne.test(read(`src/${file}`)));
    expect(ones.length).toBeGreaterThan(2);
    expect(unlisted(folder, list).filter((file) => ones.includes(file))).toEqual([]);
  });
});

describe("every module of a room has its test", () => {
  /** Modules and folders that no unit test mirrors, each with the reason. A folder ends in `/`. */
  const without: Record<string, string> = {
    "background/": "an entry: wires rooms together, tested in real browsers",
    "popup/": "an entry: tested in real browsers",
    "dashboard/": "an entry: tested in real browsers",
    "welcome/": "an entry: tested in real browsers",
    "commands/": "entries: npm test runs most of them, the others are tested by what they print",
    "browser/": "the browser's edge: what it means shows only in real browsers",
    "ui/": "what people see: tested in real browsers",
    "attention/heartbeat.ts": "types and the words they are made of",
    "exports/file.ts": "a type",
    "trap/moves/lists/": "data, listed in moves/catalogue.ts and tested there, move by move",
    "store/versions/": "frozen: what they hold is tested where the database is opened",
  };
  const isExcused = (file: string) =>
    Object.keys(without).some((name) => file === name || (name.endsWith("/") && file.startsWith(name)));
  const testsOf = (file: string) => [".ts", ".tsx"].map((end) => `test/${file.replace(/\.(tsx?|js)$/, "")}.test${end}`);

  test("at the same place below test/", () => {
    const untested = modules.filter(
      (file) => !isExcused(file) && !testsOf(file).some((path) => existsSync(`${root}${path}`)),
    );
    expect(untested.map((file) => `src/${file} has no ${testsOf(file)[0]}`)).toEqual([]);
  });

  test("and those without are there, and have none", () => {
    for (const name of Object.keys(without)) {
      expect(
        modules.some((file) => file.startsWith(name)),
        `${name} is gone`,
      ).toBe(true);
      if (!name.endsWith("/"))
        expect(
          testsOf(name).filter((path) => existsSync(`${root}${path}`)),
          name,
        ).toEqual([]);
    }
  });
});

describe("files", () => {
  const everywhere = [...files, ...filesIn("test").filter((file) => !file.startsWith("browser/out/"))];

  test("are named for what they hold", () => {
    expect(everywhere.filter((file) => /utils?|helper|manager|service|common/i.test(file))).toEqual([]);
  });

  test("of code have at most 250 lines", () => {
    const long = files
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => ({ file, lines: read(`src/${file}`).trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });
});

describe("what is asked of the browser", () => {
  test("is these permissions and no others", () => {
    expect(manifest.permissions.toSorted()).toEqual(["alarms", "idle", "storage", "tabs", "unlimitedStorage"]);
  });

  test("is notifications of who wants to be nudged, downloads of who wants weeks saved by themselves, and nothing else later", () => {
    expect(manifest.optional_permissions).toEqual(["notifications", "downloads"]);
  });

  test("is no host, no content script and no door from outside", () => {
    const doors =
      /host_permissions|optional|content_scripts|externally|web_accessible|devtools_page|sandbox|oauth|"matches"/;
    const keys = Object.keys(manifest).filter((key) => key !== "optional_permissions");
    expect(keys.filter((key) => doors.test(key))).toEqual([]);
    expect(JSON.stringify(manifest)).not.toMatch(/<all_urls>|https?:|\*:\/\//);
  });

  test("is nothing that vite.config.ts adds", () => {
    const config = read("vite.config.ts").replaceAll("data_collection_permissions", "");
    expect(config).not.toMatch(/permissions|content_scripts|<all_urls>|content_security_policy/);
    expect(read("vite.config.ts")).toContain('data_collection_permissions: { required: ["none"] }');
  });

  test("is not to run in private windows", () => {
    expect(manifest.incognito).toBe("not_allowed");
  });

  test("is to let pages load what is shipped, and connect to nothing", () => {
    expect(Object.keys(manifest.content_security_policy)).toEqual(["extension_pages"]);
    const directives = manifest.content_security_policy.extension_pages
      .split(";")
      .map((text) => text.trim().split(/\s+/));
    const policy = Object.fromEntries(directives.map(([name, ...values]) => [name, values.join(" ")]));
    expect(directives).toHaveLength(Object.keys(policy).length);
    for (const name of ["default-src", "connect-src", "form-action", "base-uri", "frame-ancestors"])
      expect(policy[name], name).toBe("'none'");
    for (const [name, values] of Object.entries(policy)) expect(["'none'", "'self'"], name).toContain(values);
  });
});

interface Lockfile {
  packages: Record<string, { resolved?: string; integrity?: string; optional?: boolean }>;
}

describe("packages", () => {
  test("that ship are four", () => {
    expect(Object.keys(pkg.dependencies).sort()).toEqual(["dexie", "preact", "uplot", "webextension-polyfill"]);
  });

  test("have one exact version each", () => {
    const versions = Object.entries({ ...pkg.dependencies, ...pkg.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test("come from whatever registry npm is told, what every system needs with its checksum", () => {
    const { packages }: Lockfile = JSON.parse(read("package-lock.json"));
    const locked = Object.entries(packages).filter(([path]) => path !== "");
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, { integrity, optional }]) => !integrity && !optional).map(([path]) => path)).toEqual([]);
  });
});
