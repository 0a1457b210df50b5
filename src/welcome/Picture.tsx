import type { JSX } from "preact";
import { drawIcon } from "../browser/icon";
import { say } from "../texts/say";
import { readMeter } from "../trap/meter";
import { noTime } from "../trap/totals";
import { formatShare } from "../trap/words";
import { Gauge } from "../ui/Gauge";
import "./picture.css";

const HOUR_MS = 3_600_000;
const time = { buildMs: 61 * HOUR_MS, distributionMs: 4 * HOUR_MS, reachingOutMs: 2 * HOUR_MS };

/** A builder in the trap, read as the meter reads everybody. */
const meter = readMeter(
  {
    ...noTime,
    ...time,
    factoryMs: 0,
    feedsMs: 0,
    analyticsMs: 0,
    declaredMs: 0,
    blocks: [],
    channels: [],
    sites: [],
    // That a verdict needs several days is not what this shows: the hours stand for all fourteen.
    days: Array.from({ length: 14 }, (_, i) => ({ ...noTime, ...time, day: `${i}` })),
  },
  { otherApps: "build", target: 0.5 },
);
const share = meter.share ?? 0;

/** The icon's size on the page, and the pixels it is drawn with: sharp at any density of a screen. */
const SIZE = 28;
const PIXELS = 4 * SIZE;

/** What the extension is in one picture: the icon in a browser's toolbar, and what a click on it opens. */
export function Picture(): JSX.Element {
  const badge = formatShare(share);
  return (
    <figure class="picture">
      <div class="browser">
        <div class="toolbar" role="img" aria-label={say("welcome_icon", { share: badge })}>
          <i class="address" />
          <span class="icon">
            <canvas width={PIXELS} height={PIXELS} ref={draw} />
            <b class="badge">{badge}</b>
          </span>
          <i class="person" />
        </div>
        <div class="page">
          <div class="text" aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
          </div>
          <div class="opened">
            <Gauge verdict={meter} shown={meter} window="14" />
          </div>
        </div>
      </div>
      <figcaption>{say("welcome_example")}</figcaption>
    </figure>
  );
}

function draw(canvas: HTMLCanvasElement | null): void {
  const pen = canvas?.getContext("2d");
  if (pen) drawIcon(pen, PIXELS, { ...meter, needle: 1 - share });
}
