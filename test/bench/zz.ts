import puppeteer from "puppeteer-core";
import { mkdtempSync, rmSync } from "node:fs";
import { startDisplay } from "../browser/display";
import { makeBuilds } from "./builds";
import { killAll } from "../browser/processes";
const builds = await makeBuilds();
const run = "prof" + Date.now();
const display = await startDisplay(run);
const profile = mkdtempSync("/tmp/prof-");
const b = await puppeteer.launch({ executablePath: "/usr/bin/chromium", headless: false, pipe: true, defaultViewport: null, ignoreDefaultArgs: true, enableExtensions: [builds.probed.chrome],
  env: { ...process.env, DISPLAY: display.display } as any,
  args: [`--user-data-dir=${profile}`, "--remote-debugging-pipe", "--enable-unsafe-extension-debugging", "--no-sandbox", "--test-type", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--password-store=basic", "--disable-background-networking", "about:blank"] });
try {
  const st = await b.waitForTarget(t => t.type() === "service_worker" && t.url().includes("service-worker-loader"));
  const id = new URL(st.url()).host;
  const p = await b.newPage(); await p.goto(`chrome-extension://${id}/probe.html`); await p.waitForFunction(() => "probe" in globalThis);
  const ask = (m: string, ...a: unknown[]) => p.evaluate((m, a) => (globalThis as any).probe[m](...a), m, a);
  await ask("clear"); await ask("live", 29, 0);

  const fs = await import("node:fs"); const dir = builds.probed.chrome;
  const med = (x: number[]) => x.sort((a, b) => a - b)[x.length >> 1]!;
  const html = fs.readFileSync(dir + "/src/popup/paint.html", "utf8");
  fs.writeFileSync(dir + "/stub.js", 'chrome.runtime.sendMessage = () => new Promise(() => {});');
  const js = fs.readdirSync(dir + "/assets").filter(f => f.endsWith(".js"));
  const entry = /assets\/(popup[^"]*\.js)/.exec(html)![1]!;
  const deps = [...fs.readFileSync(dir + "/assets/" + entry, "utf8").matchAll(/from"\.\/([^"]+)"|import"\.\/([^"]+)"/g)].map(m => m[1] ?? m[2]);
  console.log("entry", entry, "deps", deps, js);
  const pre = deps.map(d => `<link rel="modulepreload" href="/assets/${d}">`).join("");
  fs.writeFileSync(dir + "/src/popup/v1.html", html.replace("<script", '<script src="/stub.js"></script><script'));
  fs.writeFileSync(dir + "/src/popup/v2.html", html.replace("<script", pre + "<script"));
  fs.writeFileSync(dir + "/src/popup/v3.html", html.replace("<script", pre + '<script src="/stub.js"></script><script'));
  fs.writeFileSync(dir + "/src/popup/v4.html", html.replace(/<script type="module".*<\/script>/, "").replace('<main id="popup"></main>', '<main id="popup" data-zone>.</main>'));
  fs.writeFileSync(dir + "/m.js", deps.map(d => `import "./assets/${d}";`).join("") + 'document.getElementById("popup").textContent="."; document.getElementById("popup").dataset.zone="";');
  fs.writeFileSync(dir + "/src/popup/v5.html", html.replace(/<script type="module".*<\/script>/, '<script type="module" src="/m.js"></script>'));
  fs.writeFileSync(dir + "/m6.js", 'document.getElementById("popup").textContent="."; document.getElementById("popup").dataset.zone="";');
  fs.writeFileSync(dir + "/src/popup/v6.html", html.replace(/<script type="module".*<\/script>/, '<script type="module" src="/m6.js"></script>'));
  const names = { empty: "empty.html", popup: "src/popup/paint.html", "no sendMessage": "src/popup/v1.html", modulepreload: "src/popup/v2.html", "both": "src/popup/v3.html", "css only": "src/popup/v4.html", "imports only": "src/popup/v5.html", "tiny module only": "src/popup/v6.html" };
  const out: Record<string, any[]> = {};
  for (let i = 0; i < 13; i++) for (const [n, path] of Object.entries(names)) { const q = await b.newPage(); await q.goto(`chrome-extension://${id}/${path}`); const x = await q.evaluate(async () => { const pt = await (globalThis as any).painted; const e = performance.getEntriesByType("navigation")[0] as any; return { ...pt, interactive: e.domInteractive, dcl: e.domContentLoadedEventEnd }; }); if (i) (out[n] ??= []).push(x); await q.close(); }
  for (const [n, xs] of Object.entries(out)) console.log(n.padEnd(20), ["interactive", "dcl", "foundMs", "contentfulMs"].map(k => `${k} ${med(xs.map(x => x[k])).toFixed(0)}`).join("  "));
  await ask("wakeAndPaint", 20);
  const same = await p.evaluate(async () => { const t = []; const db: IDBDatabase = await new Promise(r => { const q = indexedDB.open("factory-trap-meter"); q.onsuccess = () => r(q.result); }); for (let i = 0; i < 100; i++) { await new Promise<void>(r => { const x = db.transaction("settings", "readwrite"); x.objectStore("settings").put({ name: "zz", value: i }); x.oncomplete = () => r(); }); const s = performance.now(); await (globalThis as any).chrome.runtime.sendMessage("changed"); t.push(performance.now() - s); } return t; });
  console.log("wake", med(await ask("wake", 100) as any), "wakeAndPaint", med(await ask("wakeAndPaint", 100) as any), "wake after a write", med(same));
} finally { await b.close(); await display.stop(); await killAll(run); rmSync(profile, { recursive: true, force: true }); await builds.remove(); }
