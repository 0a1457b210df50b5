import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { main, replay } from "../../src/commands/replay";

const beat = {
  at: "2026-03-02T09:00:00.000+01:00",
  cause: "activated",
  page: "https://github.com/acme/app/pull/7",
  focused: true,
  private: false,
  presence: "active",
  audible: false,
};
const line = (time: string, change: object = {}) =>
  JSON.stringify({ ...beat, at: `2026-03-02T${time}+01:00`, ...change });
const lines = (...all: string[]) => `${all.join("\n")}\n`;

let folder = "";
let printed = "";
let complained = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "replay-"));
  [printed, complained] = ["", ""];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    complained += text;
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function run(content: string | Buffer): Promise<number> {
  const file = join(folder, "trace.jsonl");
  await writeFile(file, content);
  return main([file]);
}

describe("replay", () => {
  test("gives each day its sites and other apps in seconds", async () => {
    const text = lines(
      line("09:00:00"),
      line("09:00:30.500", { page: "https://www.GitHub.com/other?q=1#top" }),
      line("09:01:00", { page: "http://localhost:3000/", audible: true }),
      line("09:01:30", { focused: false }),
      line("09:02:30", { page: "https://example.org:443/" }),
      line("23:59:30", { page: "http://example.org:8080/" }),
      JSON.stringify({ ...beat, at: "2026-03-03T00:00:30.000+01:00" }),
    );
    expect(await replay(text)).toEqual({
      "2026-03-02": { sites: { "github.com": 60, "localhost:3000": 30, "example.org:8080": 30 }, otherApps: 60 },
      "2026-03-03": { sites: { "example.org:8080": 30 }, otherApps: 0 },
    });
  });

  test("knows a site by its host, lower case, without www. and with a port that is not the scheme's", async () => {
    const sitesOf = async (page: string) =>
      Object.keys((await replay(lines(line("09:00:00", { page }), line("09:00:30"))))["2026-03-02"]?.sites ?? {});
    expect(await sitesOf("HTTPS://WWW.Example.ORG/Path")).toEqual(["example.org"]);
    expect(await sitesOf("https://user:secret@example.org/")).toEqual(["example.org"]);
    expect(await sitesOf("http://example.org:80/")).toEqual(["example.org"]);
    expect(await sitesOf("http://example.org:443/")).toEqual(["example.org:443"]);
    expect(await sitesOf("http://[::1]:3000/x")).toEqual(["[::1]:3000"]);
    expect(await sitesOf("devtools://devtools/bundled/inspector.html")).toEqual(["devtools"]);
    for (const page of [
      "about:blank",
      "chrome://newtab/",
      "moz-extension://x/popup.html",
      "file:///tmp/x",
      "data:,x",
    ]) {
      expect(await sitesOf(page)).toEqual([]);
    }
  });

  test("puts nothing of pages on no site in any day", async () => {
    expect(await replay(lines(line("09:00:00", { page: "about:newtab" }), line("09:00:30", { page: null })))).toEqual(
      {},
    );
  });

  test("obeys settings from where they stand", async () => {
    const text = lines(
      '{"settings":{"idleSeconds":15,"neverRecord":["www.X.com"]}}',
      line("09:00:00"),
      line("09:00:30", { presence: "idle", cause: "idle" }),
      line("09:01:00", { page: "https://x.com/home" }),
      line("09:01:30"),
      '{"at":"2026-03-02T09:01:40+01:00","settings":{"pausedUntil":"2026-03-02T09:01:50+01:00","neverRecord":[]}}',
      line("09:02:00", { page: "https://x.com/home" }),
      line("09:02:10"),
    );
    expect(await replay(text)).toEqual({ "2026-03-02": { sites: { "github.com": 35, "x.com": 10 }, otherApps: 0 } });
  });
});

describe("npm run replay", () => {
  test("prints one JSON document with the total of all sites and other apps", async () => {
    const text = [line("09:00:00"), line("09:00:30.001", { focused: false }), line("09:01:30.003")].join("\r\n");
    expect(await run(`\uFEFF${text}`)).toBe(0);
    expect(JSON.parse(printed)).toEqual({
      days: { "2026-03-02": { sites: { "github.com": 30.001 }, otherApps: 60.002 } },
      total: 90.003,
    });
    expect(printed.endsWith("}\n")).toBe(true);
    expect(complained).toBe("");
  });

  test.each(["", "\n", "\uFEFF", "\r\n\r\n"])("of a trace without a line (%j) prints no day", async (text) => {
    expect(await run(text)).toBe(0);
    expect(JSON.parse(printed)).toEqual({ days: {}, total: 0 });
  });

  test.each([
    ["a line cut off", line("09:00:30").slice(0, -9)],
    ["a line of zeros", "\0\0\0"],
    ["a wrong type", line("09:00:30", { focused: "true" })],
    ["an unknown cause", line("09:00:30", { cause: "magic" })],
    ["an unknown presence", line("09:00:30", { presence: "away" })],
    ["a page that is no URL", line("09:00:30", { page: "not a url" })],
    ["a host that cannot be", line("09:00:30", { page: "https://exa mple.org/" })],
    ["an instant without offset", line("09:00:30", { at: "2026-03-02T09:00:30" })],
    ["an instant as a number", line("09:00:30", { at: 1e300 })],
    ["an instant beyond all calendars", line("09:00:30", { at: "+275760-09-13T00:00:00+00:00" })],
    ["a threshold that is huge", '{"settings":{"idleSeconds":1e300}}'],
    ["a pause without end", '{"settings":{"pausedUntil":1e999}}'],
    ["a list of hosts that is none", '{"settings":{"neverRecord":["a b"]}}'],
    ["settings that are none", '{"settings":null}'],
  ])("names the line with %s, and prints nothing", async (_, bad) => {
    expect(await run(lines(line("09:00:00"), "", bad, line("09:01:00")))).toBe(1);
    expect(complained).toMatch(/trace\.jsonl: line 3: ./);
    expect(printed).toBe("");
  });

  test("names the first line of a file in another encoding", async () => {
    expect(await run(Buffer.from(`\uFEFF${line("09:00:00")}`, "utf16le"))).toBe(1);
    expect(complained).toMatch(/line 1: /);
    expect(printed).toBe("");
  });

  test("names a file that is missing, or a folder, and prints nothing", async () => {
    expect(await main([join(folder, "missing.jsonl")])).toBe(1);
    expect(complained).toMatch(/missing\.jsonl: .*no such file/);
    expect(await main([folder])).toBe(1);
    expect(printed).toBe("");
  });

  test("asks for a file when none is given", async () => {
    expect(await main([])).toBe(2);
    expect(complained).toMatch(/Which trace/);
    expect(printed).toBe("");
  });
});

test("a host called like a property of every object is a host like any other", async () => {
  const life = [
    line("09:00:00.000", { page: "http://constructor/" }),
    line("09:00:20.000", { page: "http://__proto__/" }),
    line("09:00:50.000", { page: null }),
  ];
  const days = await replay(lines(...life));
  expect(JSON.stringify(days)).toBe('{"2026-03-02":{"sites":{"__proto__":30,"constructor":20},"otherApps":0}}');
});
