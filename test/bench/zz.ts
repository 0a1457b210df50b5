import { execSync } from "node:child_process";
import { withSession } from "../browser/setup";
import { makeBuilds } from "./builds";
import { survivors } from "../browser/processes";
const builds = await makeBuilds();
await withSession("chromium", async (stage) => {
   const s = survivors(`${stage.display.run}/browser`);
   const ps = execSync("ps -eo pid,ppid,args").toString().split("\n").filter(l => l.includes("chromium"));
   for (const l of ps) { const [pid] = l.trim().split(/\s+/); console.log(s.includes(Number(pid)) ? "S" : "-", l.slice(0, 60), l.includes("--extension-process"), /--type=\S+/.exec(l)?.[0], /--user-data-dir=\S+/.exec(l)?.[0]); }
}, { extension: builds.probed.chrome });
await builds.remove();
