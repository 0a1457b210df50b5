import { direction, language, say } from "../texts/say";
import type { Point } from "../trap/gauge";
import { type Zone, zoneMarks } from "../trap/meter";
import { changeText, type Week } from "../trap/week";
import { formatHours, formatShare, zoneNames } from "../trap/words";
import { arcColours, colours, drawDial, type Pen, RADIUS } from "./dial";

/** The picture's size, pixels: what timelines show without cutting. */
export const cardSize = { width: 1200, height: 675 } as const;

const zoneColours: Record<Zone, string> = {
  "not-enough-data": colours.quiet,
  balanced: "#43d3a0",
  drifting: "#f5bd4f",
  "factory-trap": "#ff7d75",
};

const FAMILY = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Where things stand when read from left to right; the other way round the two columns change places. */
const EDGE = 76;
const COLUMN = 440;
const DIAL = { x: 844, y: 392 };
/** What stands below the dial's two ends. */
const END = { y: DIAL.y + 32, size: 23, weight: 500, width: 255 };

export function cardName({ week }: Pick<Week, "week">): string {
  return `factory-trap-week-${week.start}.png`;
}

/** Draws the week to be posted: hours and ratio, the verdict and the dates, and nothing that tells what was looked at or by whom. */
export function drawCard(pen: Pen, week: Week): void {
  const place = (x: number) => (direction() === "rtl" ? cardSize.width - x : x);
  pen.direction = direction();
  pen.textBaseline = "alphabetic";
  const start = place(EDGE);
  const dial = { ...DIAL, x: place(DIAL.x) };

  drawGround(pen, dial, week.zone);
  pen.textAlign = "start";
  write(pen, say("exports_card_title"), { x: start, y: 120, size: 46, weight: 700, width: COLUMN });
  write(pen, datesText(week.week), { x: start, y: 162, size: 28, colour: colours.quiet, width: COLUMN });
  drawHours(pen, start, week.totals);

  pen.save();
  pen.translate(dial.x, dial.y);
  drawDial(pen, week);
  pen.restore();
  drawVerdict(pen, dial.x, week);
  drawFoot(pen, start, place(cardSize.width - EDGE));
}

/** The date range as the language writes it: `March 2 – 8, 2026`. */
export function datesText({ start, end }: Week["week"]): string {
  const form = new Intl.DateTimeFormat(language(), { dateStyle: "long", timeZone: "UTC" });
  return form.formatRange(Date.parse(start), Date.parse(end));
}

function drawGround(pen: Pen, { x, y }: Point, zone: Zone): void {
  const { width, height } = cardSize;
  const ground = pen.createLinearGradient(0, 0, width * 0.5, height);
  ground.addColorStop(0, colours.top);
  ground.addColorStop(1, colours.bottom);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  const glow = pen.createRadialGradient(x, y, 40, x, y, 560);
  glow.addColorStop(0, `${arcColours[zone]}33`);
  glow.addColorStop(1, `${arcColours[zone]}00`);
  pen.fillStyle = glow;
  pen.fillRect(0, 0, width, height);
}

/** The hours of both sides, in figures of one size. */
function drawHours(pen: Pen, x: number, { buildMs, distributionMs }: Week["totals"]): void {
  const sides = [
    { y: 312, hours: formatHours(buildMs), label: say("exports_card_build"), colour: colours.build },
    { y: 502, hours: formatHours(distributionMs), label: say("exports_card_found"), colour: colours.distribution },
  ];
  const sizes = sides.map(({ hours }) => takeFont(pen, hours, { size: 124, weight: 800, width: COLUMN }));
  for (const { y, hours, label, colour } of sides) {
    write(pen, hours, { x, y, size: Math.min(...sizes), weight: 800, colour, width: COLUMN });
    write(pen, label, { x, y: y + 48, size: 34, weight: 500, width: COLUMN });
  }
}

function drawVerdict(pen: Pen, x: number, week: Week): void {
  const { zone, share } = week;
  const width = 2 * RADIUS;
  const colour = zoneColours[zone];
  pen.textAlign = "left";
  write(pen, say("exports_card_found"), { x: x - RADIUS, ...END, colour: colours.distribution });
  pen.textAlign = "right";
  write(pen, say("exports_card_build"), { x: x + RADIUS, ...END, colour: colours.build });
  pen.textAlign = "center";
  if (zone === "not-enough-data" || share === null) {
    write(pen, zoneNames[zone], { x, y: 500, size: 36, weight: 600, colour, width });
    return;
  }
  write(pen, zoneNames[zone], { x, y: 488, size: 60, weight: 800, colour, width });
  write(pen, say("week_share", { share: formatShare(share) }), { x, y: 532, size: 34, weight: 600, width });
  const isOnlyWatching = zone === "drifting" && 1 - share <= zoneMarks(week.target).drifting;
  const remark = isOnlyWatching ? say("exports_card_onlyWatching") : changeText(week);
  if (remark !== null) write(pen, remark, { x, y: 568, size: 24, colour: colours.quiet, width });
}

function drawFoot(pen: Pen, start: number, end: number): void {
  const width = Math.abs(end - start);
  pen.fillStyle = colours.line;
  pen.fillRect(Math.min(start, end), 600, width, 1.5);
  pen.textAlign = "start";
  const name = write(pen, say("name"), { x: start, y: 639, size: 25, weight: 700, width: width / 2 });
  pen.textAlign = "end";
  write(pen, say("exports_card_question"), {
    x: end,
    y: 639,
    size: 25,
    colour: colours.quiet,
    width: width - name - 40,
  });
}

interface Writing {
  x: number;
  /** The baseline. */
  y: number;
  size: number;
  weight?: number;
  colour?: string;
  /** What there is room for: longer texts are written smaller. */
  width: number;
}

/** Writes a text, and says how wide it has become. */
function write(pen: Pen, text: string, writing: Writing): number {
  takeFont(pen, text, writing);
  pen.fillStyle = writing.colour ?? colours.ink;
  pen.fillText(text, writing.x, writing.y);
  return pen.measureText(text).width;
}

/** Takes the font in which a text has room: as large as wanted, or as it must be. Says its size. */
function takeFont(
  pen: Pen,
  text: string,
  { size, weight = 400, width }: Pick<Writing, "size" | "weight" | "width">,
): number {
  const take = (pixels: number) => {
    pen.font = `${weight} ${pixels}px ${FAMILY}`;
    return pen.measureText(text).width;
  };
  let fitting = size;
  for (let needed = take(size); needed > width && fitting > 1; needed = take(fitting))
    fitting = Math.min(fitting - 1, Math.floor((fitting * width) / needed));
  return fitting;
}
