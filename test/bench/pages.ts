import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Painted } from "./paint";

/** A page of the extension that holds what the benches measure from inside: see probe.ts. */
export const probePage = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Probe</title><script type="module" src="/probe.js"></script></head>
  <body></body>
</html>
`;

export const paintPages = {
  popup: "src/popup/paint.html",
  dashboard: "src/dashboard/paint.html",
  empty: "empty.html",
} as const;

const watcher = `<script src="/paint.js"></script>`;

/** As empty as a page can be that paints anything at all. */
const emptyPage = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Empty</title>${watcher}</head>
  <body><p data-zone>.</p></body>
</html>
`;

/** Adds the popup, the dashboard and an empty page, all with the same watcher, to a built extension. */
export async function writePaintPages(folder: string): Promise<void> {
  for (const page of ["popup", "dashboard"] as const) {
    const shipped = await readFile(join(folder, `src/${page}/${page}.html`), "utf8");
    await writeFile(join(folder, paintPages[page]), shipped.replace(/(?=<script)/, watcher));
  }
  await writeFile(join(folder, paintPages.empty), emptyPage);
  await writeFile(join(folder, "paint.js"), `(${watchPaint})();\n`);
}

/**
 * Runs in the page, before anything else: when its element with `data-zone` was there, and when that was painted;
 * and how long each task over 50 ms took, where the browser tells.
 * A double requestAnimationFrame can only be late, by up to a frame; the browser's own paint entry is exact, but knows
 * only the first contentful paint: it is taken where the element was there before, which says that it is in that paint.
 */
function watchPaint(): void {
  const contentful = new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      const entry = list.getEntriesByName("first-contentful-paint")[0];
      if (entry) resolve(entry.startTime);
    }).observe({ type: "paint", buffered: true });
  });
  const found = new Promise<Omit<Painted, "contentfulMs">>((resolve) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector("[data-zone]")) return;
      watch.disconnect();
      const foundMs = performance.now();
      requestAnimationFrame(() => {
        let drawnMs = 0;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          drawnMs = performance.now();
        };
        port2.postMessage(null);
        requestAnimationFrame(() => resolve({ foundMs, drawnMs, framesMs: performance.now() }));
      });
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  const longTasks: number[] = [];
  new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask", buffered: true });
  Object.assign(globalThis, { longTasks });
  (globalThis as unknown as { painted: Promise<Painted> }).painted = Promise.all([contentful, found]).then(
    ([contentfulMs, times]) => ({ contentfulMs, ...times }),
  );
}
