import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";

/** Answers as every host there is, so that tabs show real names. */
export interface Sites {
  readonly port: number;
  close(): Promise<void>;
}

/** A tone that a click begins and ends. A click, because browsers keep a page silent until the user has touched it. */
const tone = `<button id="tone">tone</button><script>
  let context;
  document.querySelector("#tone").onclick = () => {
    if (context) return void context.close();
    context = new AudioContext();
    const oscillator = context.createOscillator();
    oscillator.connect(context.destination);
    oscillator.start();
  };
</script>`;

function page(host: string, path: string): string {
  const push = `<button id="push" onclick="history.pushState(null, '', '/pushed/' + (history.length))">push</button>`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>${host}</title><link rel="icon" href="data:,"></head>
<body><h1>${host}</h1>${/\/push\b/.test(path) ? push : ""}${/\/tone\b/.test(path) ? tone : ""}</body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export async function startSites(): Promise<Sites> {
  const certificate = await generate([{ name: "commonName", value: "every.host" }], { keySize: 2048 });
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    response.end(page(escaped(request.headers.host ?? "?"), request.url ?? "/"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
