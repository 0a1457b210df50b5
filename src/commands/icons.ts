import { mkdir, writeFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { build } from "vite";
import type { Face } from "../trap/face";
import { findBrowser } from "./browsers";

interface Icon {
  name: string;
  face: Pick<Face, "zone" | "needle" | "target">;
  sizes: number[];
}

/** What stands for the product where nothing is measured: in stores and lists the trap, in the toolbar a sleeping dial. */
const icons: Icon[] = [
  { name: "", face: { zone: "factory-trap", needle: 0.94, target: 0.5 }, sizes: [16, 32, 48, 128] },
  { name: "asleep-", face: { zone: "not-enough-data", needle: null, target: 0.5 }, sizes: [16, 32] },
];

/** `npm run icons`: draws public/icons with the very code that draws the toolbar. */
export async function main(): Promise<void> {
  const path = await findBrowser("chrome");
  if (!path) throw new Error("Chromium is needed to draw the icons; none was found.");
  const browser = await puppeteer.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundled("src/browser/icon.ts") });
    await mkdir("public/icons", { recursive: true });
    for (const { name, face, sizes } of icons) {
      for (const size of sizes) {
        const picture = (await page.evaluate(
          `(() => {
            const canvas = document.createElement("canvas");
            canvas.width = canvas.height = ${size};
            bundled.drawIcon(canvas.getContext("2d"), ${size}, ${JSON.stringify(face)});
            return canvas.toDataURL("image/png").split(",")[1];
          })()`,
        )) as string;
        await writeFile(`public/icons/${name}${size}.png`, Buffer.from(picture, "base64"));
      }
    }
  } finally {
    await browser.close();
  }
}

async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, lib: { entry, formats: ["iife"], name: "bundled" } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !("output" in first)) throw new Error(`${entry} was not built`);
  return first.output[0].code;
}
