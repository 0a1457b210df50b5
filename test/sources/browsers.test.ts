import { describe, expect, test } from "vitest";
import { browserOf, browserOfBucket } from "../../src/sources/browsers";

describe("browserOf", () => {
  test.each([
    [
      "chrome",
      "Google-chrome|chrome.exe|Google Chrome|google-chrome-stable|Chromium|Chromium-browser|chromium.exe|com.google.Chrome|org.chromium.Chromium",
    ],
    [
      "firefox",
      "Firefox|firefox.exe|Firefox Developer Edition|firefoxdeveloperedition|Firefox-esr|firefox-esr-esr140|Nightly|org.mozilla.firefox",
    ],
    ["edge", "msedge.exe|Microsoft Edge|microsoft-edge-stable|com.microsoft.Edge"],
    ["brave", "brave.exe|Brave-browser|Brave Browser|com.brave.Browser"],
    ["opera", "opera.exe|Opera|com.opera.Opera"],
    ["vivaldi", "Vivaldi-stable|vivaldi.exe|com.vivaldi.Vivaldi"],
    ["arc", "Arc|Arc.exe|company.thebrowser.Browser"],
    ["zen", "zen|Zen Browser|zen.exe|zen-bin|app.zen_browser.zen"],
    ["safari", "Safari|com.apple.Safari"],
    ["librewolf", "LibreWolf|io.gitlab.librewolf-community"],
  ])("knows %s by each of its names", (browser, names) => {
    for (const name of names.split("|")) expect(browserOf(name), name).toBe(browser);
  });

  test.each([
    "Code",
    "Alacritty",
    "Archive Utility",
    "Dialog",
    "zenity",
    "Zenkit",
    "Operations",
    "Slack",
    "Edges",
    "",
    "Orion Launcher",
  ])("takes %j for no browser", (name) => {
    expect(browserOf(name)).toBeNull();
  });

  test("knows others by how their names begin", () => {
    expect(browserOf("Comet.exe", ["comet"])).toBe("comet");
    expect(browserOf("The Comet", ["comet"])).toBeNull();
  });
});

test("a bucket's browser is told by its id, not by the machine's name behind it", () => {
  expect(browserOfBucket("aw-watcher-web-chrome")).toBe("chrome");
  expect(browserOfBucket("aw-watcher-web-chrome_zen-firefox")).toBe("chrome");
  expect(browserOfBucket("aw-watcher-web-Firefox_x")).toBe("firefox");
  expect(browserOfBucket("aw-watcher-web-comet_x")).toBe("comet");
  expect(browserOfBucket("my-own-watcher")).toBeNull();
});
