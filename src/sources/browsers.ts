// Which program is which browser, after ActivityWatch's own list (aw-webui src/queries.ts, aw-client aw_client/queries.py): names differ
// between systems (`Google-chrome`, `chrome.exe`, `com.google.Chrome`). What is missing there, of builders' browsers, is added.

const families: readonly [family: string, app: RegExp][] = [
  ["brave", /\bbrave\b/],
  ["edge", /\b(?:ms)?edge\b|microsoft[-_. ]?edge/],
  ["opera", /\bopera\b/],
  ["vivaldi", /\bvivaldi\b/],
  ["arc", /^arc(?:\.exe)?$|\bcompany\.thebrowser\.browser\b/],
  ["dia", /^dia(?:\.exe)?$|\bcompany\.thebrowser\.dia\b/],
  ["orion", /^orion$|\bkagi.*orion\b/],
  ["yandex", /\byandex/],
  ["zen", /^zen(?:[-_. ](?:browser|alpha|beta|twilight|bin|exe))*$|\bzen_browser\b/],
  ["floorp", /\bfloorp\b/],
  ["helium", /^helium(?:\.exe)?$|\.helium$/],
  ["librewolf", /\blibrewolf/],
  ["waterfox", /\bwaterfox/],
  ["safari", /^safari\b|\bcom\.apple\.safari\b/],
  ["firefox", /\bfirefox|\bnightly\b|\bfirefoxdeveloperedition\b/],
  ["chrome", /\bchrom(?:e|ium)\b|\bgoogle[-_ ]?chrome/],
];

/** The browser that an application is; null when it is none. `others` are names of browsers that are not in the list. */
export function browserOf(app: string, others: Iterable<string> = []): string | null {
  const name = app.slice(0, 100).toLowerCase();
  const known = families.find(([, pattern]) => pattern.test(name))?.[0];
  return known ?? [...others].find((other) => name.startsWith(other)) ?? null;
}

/** The browser that a bucket of aw-watcher-web is of: `aw-watcher-web-firefox_laptop` → `firefox`. Null when its id is another. */
export function browserOfBucket(id: string): string | null {
  const name = /^aw-watcher-web-([a-z\d]+)/i.exec(id)?.[1]?.toLowerCase();
  return name === undefined ? null : (browserOf(name) ?? name);
}
