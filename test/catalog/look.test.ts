import { describe, expect, test } from "vitest";
import { type Category, channels } from "../../src/catalog/channels";
import { type Look, lookOf } from "../../src/catalog/look";

const categories: Category[] = ["build", "distribution", "neutral"];
const shipped = channels.map(({ id, category }) => ({ id, category, ...lookOf(id, category) }));
const own = categories.map((category) => ({ id: `own ${category}`, category, ...lookOf("my-own", category) }));
const all = [...shipped, ...own];

type Vector = [number, number, number];

/** Numbers that follow each command of SVG path data. */
const takes: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 };

/** Path data as commands with their numbers. Throws for what a browser would stop at. */
function parse(path: string): { letter: string; numbers: number[] }[] {
  if (!/^M/.test(path)) throw new Error(`"${path}" does not begin with M`);
  return [...path.matchAll(/([a-z])([^a-z]*)/gi)].flatMap(([text, letter = "", rest = ""]) => {
    const count = takes[letter.toUpperCase()];
    if (count === undefined) throw new Error(`There is no command ${letter}`);
    const numbers = (rest.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (
      rest
        .replace(/-?(\d+\.?\d*|\.\d+)/g, "")
        .trim()
        .replaceAll(",", "") !== ""
    )
      throw new Error(`"${text}" is no command`);
    if (count === 0 ? numbers.length > 0 : numbers.length === 0 || numbers.length % count !== 0)
      throw new Error(`"${text}" has ${numbers.length} numbers`);
    if (count === 0) return [{ letter, numbers }];
    return Array.from({ length: numbers.length / count }, (_, index) => ({
      letter: index > 0 && letter === "M" ? "L" : index > 0 && letter === "m" ? "l" : letter,
      numbers: numbers.slice(index * count, (index + 1) * count),
    }));
  });
}

type Point = [number, number];

/** The points of an arc of a circle or an upright ellipse (SVG 2, appendix B.2.4), close to one another. */
function arc([x1, y1]: Point, [rx0 = 0, ry0 = 0, turn = 0, large = 0, sweep = 0]: number[], [x2, y2]: Point): Point[] {
  if (turn !== 0 || ![0, 1].includes(large) || ![0, 1].includes(sweep)) throw new Error("That is no upright arc");
  const half: Point = [(x1 - x2) / 2, (y1 - y2) / 2];
  const grow = Math.max(1, Math.hypot(half[0] / rx0, half[1] / ry0));
  const [rx, ry] = [rx0 * grow, ry0 * grow];
  const reach = (half[0] / rx) ** 2 + (half[1] / ry) ** 2;
  const factor = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, 1 / reach - 1));
  const middle: Point = [(factor * rx * half[1]) / ry, (-factor * ry * half[0]) / rx];
  const angle = (x: number, y: number) => Math.atan2((y - middle[1]) / ry, (x - middle[0]) / rx);
  const from = angle(half[0], half[1]);
  const whole = (angle(-half[0], -half[1]) - from + 4 * Math.PI) % (2 * Math.PI);
  const span = sweep ? whole : whole - 2 * Math.PI;
  return Array.from({ length: 65 }, (_, step) => [
    (x1 + x2) / 2 + middle[0] + rx * Math.cos(from + (span * step) / 64),
    (y1 + y2) / 2 + middle[1] + ry * Math.sin(from + (span * step) / 64),
  ]);
}

/** Points that hold all of a path: its ends, the control points of its curves, and points along its arcs. */
function outline(path: string): Point[] {
  const points: Point[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const { letter, numbers } of parse(path)) {
    const kind = letter.toUpperCase();
    const [dx, dy] = letter === kind ? [0, 0] : [x, y];
    const last: Point = [x, y];
    if (kind === "Z") [x, y] = [startX, startY];
    else if (kind === "H") x = dx + (numbers[0] ?? Number.NaN);
    else if (kind === "V") y = dy + (numbers[0] ?? Number.NaN);
    else {
      const [endX = Number.NaN, endY = Number.NaN] = numbers.slice(-2);
      [x, y] = [dx + endX, dy + endY];
      if (kind === "A") points.push(...arc(last, numbers, [x, y]));
      else
        for (let index = 0; index < numbers.length - 2; index += 2)
          points.push([dx + (numbers[index] ?? Number.NaN), dy + (numbers[index + 1] ?? Number.NaN)]);
    }
    if (kind === "M") [startX, startY] = [x, y];
    points.push([x, y]);
  }
  return points;
}

const box = (path: string) => {
  const points = outline(path);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
};

describe("path data is read", () => {
  test("as a browser would", () => {
    expect(outline("M2 8h3v-1l1.5.5z")).toEqual([
      [2, 8],
      [5, 8],
      [5, 7],
      [6.5, 7.5],
      [2, 8],
    ]);
    const ring = box("M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0");
    for (const [side, value] of Object.entries({ left: 2, right: 14, top: 2, bottom: 14 }))
      expect(ring[side as keyof typeof ring]).toBeCloseTo(value, 2);
    expect(box("M3 3a10 10 0 0 1 10 10")).toEqual({ left: 3, right: 13, top: 3, bottom: 13 });
  });

  test.each(["8 8", "M8", "M8 8 9", "M8 8b2", "M8 8h", "M8 8z3", "M8 8l3,x", "M8 8hNaN", "M8 8 1e3 2"])(
    "but not %j",
    (path) => {
      expect(() => parse(path)).toThrow();
    },
  );
});

describe("icons", () => {
  test("are different for every channel, and for own channels of every category", () => {
    const seen = new Map<string, string>();
    for (const { id, icon } of all) {
      expect(seen.get(icon), `${id} looks like it`).toBeUndefined();
      seen.set(icon, id);
    }
  });

  test.each(all)("$id fills its box without touching the edge, and stands in the middle", ({ icon }) => {
    const { left, right, top, bottom } = box(icon);
    // Half of a stroke of 1.5, and at least half a pixel around it.
    for (const start of [left, top]) expect(start).toBeGreaterThanOrEqual(1.25);
    for (const end of [right, bottom]) expect(end).toBeLessThanOrEqual(14.75);
    expect(Math.max(right - left, bottom - top)).toBeGreaterThanOrEqual(10);
    expect(Math.abs((left + right) / 2 - 8)).toBeLessThanOrEqual(0.75);
    expect(Math.abs((top + bottom) / 2 - 8)).toBeLessThanOrEqual(0.75);
  });
});

/** A colour as its three shares of light, from 0 to 1 (IEC 61966-2-1). */
const lightOf = (colour: string) =>
  [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)) as Vector;

const times = (matrix: Vector[], [x, y, z]: Vector) => matrix.map(([a, b, c]) => a * x + b * y + c * z) as Vector;

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [one, other]
    .map((colour) => times([[0.2126, 0.7152, 0.0722]], lightOf(colour))[0])
    .sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What eyes see of light: shares of light in, and out. */
type Eye = (light: Vector) => Vector;

const linear =
  (...matrix: Vector[]): Eye =>
  (light) =>
    times(matrix, light).map((share) => Math.min(1, Math.max(0, share))) as Vector;

/** Brettel, Viénot & Mollon 1997, for sRGB as computed by libDaltonLens: one half plane for either side of grey. */
const brettelTritan: Eye = ([red, green, blue]) =>
  (0.03901 * red - 0.02788 * green - 0.01113 * blue >= 0
    ? linear([1.01277, 0.13548, -0.14826], [-0.01243, 0.86812, 0.14431], [0.07589, 0.805, 0.11911])
    : linear([0.93678, 0.18979, -0.12657], [0.06154, 0.81526, 0.1232], [-0.37562, 1.12767, 0.24796]))([
    red,
    green,
    blue,
  ]);

const normal: Eye = (light) => light;

/** Machado, Oliveira & Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.0. */
const eyes: { name: string; eye: Eye; apart: number }[] = [
  { name: "normal", eye: normal, apart: 10 },
  {
    name: "protan",
    eye: linear([0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]),
    apart: 10,
  },
  {
    name: "deutan",
    eye: linear([0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]),
    apart: 10,
  },
  {
    name: "tritan",
    eye: linear([1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]),
    apart: 10,
  },
  { name: "Brettel's tritan", eye: brettelTritan, apart: 8 },
];

/** CIELAB under D65 of a colour as such eyes see it. */
function labOf(colour: string, eye: Eye): Vector {
  const matrix: Vector[] = [
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.072175],
    [0.0193339, 0.119192, 0.9503041],
  ];
  const [x, y, z] = times(matrix, eye(lightOf(colour)));
  const root = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [root(x / 0.95047), root(y), root(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const degrees = (angle: number) => (angle * Math.PI) / 180;
const hueOf = (a: number, b: number) => (a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360);

/** CIEDE2000 as in Sharma, Wu & Dalal, "The CIEDE2000 Color-Difference Formula", 2005. */
function difference([l1, a1, b1]: Vector, [l2, a2, b2]: Vector): number {
  const deep = (chroma: number) => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const stretch = 1.5 - deep((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) / 2;
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const [h1, h2] = [hueOf(a1 * stretch, b1), hueOf(a2 * stretch, b2)];
  const grey = c1 * c2 === 0;
  const turn = grey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const [l, c, h] = [(l1 + l2) / 2, (c1 + c2) / 2, grey ? h1 + h2 : h1 + turn / 2];
  const wave = (factor: number, shift: number) => Math.cos(degrees(factor * h + shift));
  const t = 1 - 0.17 * wave(1, -30) + 0.24 * wave(2, 0) + 0.32 * wave(3, 6) - 0.2 * wave(4, -63);
  const dl = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const dc = (c2 - c1) / (1 + 0.045 * c);
  const dh = (2 * Math.sqrt(c1 * c2) * Math.sin(degrees(turn / 2))) / (1 + 0.015 * c * t);
  const blue = -2 * deep(c) * Math.sin(degrees(60 * Math.exp(-(((((h + 360) % 360) - 275) / 25) ** 2))));
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + blue * dc * dh);
}

test.each<[Vector, Vector, number]>([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [58, 24, 15], 19.4535],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
])("the difference of %j and %j is the published one", (one, other, published) => {
  expect(difference(one, other)).toBeCloseTo(published, 4);
  expect(difference(other, one)).toBeCloseTo(published, 4);
});

/** What colours are drawn on: the theme's paper and surface. */
const grounds = { light: ["#ffffff", "#f4f5f8"], dark: ["#141823", "#1e2432"] };

describe.each(["light", "dark"] as const)("colours in the %s theme", (theme) => {
  test("are #rrggbb, and stand out from what they are drawn on", () => {
    for (const { id, [theme]: colour } of all) {
      expect(colour, id).toMatch(/^#[0-9a-f]{6}$/);
      for (const ground of grounds[theme]) expect(contrast(colour, ground), id).toBeGreaterThanOrEqual(3);
    }
  });

  test("stay in their category's hues", () => {
    for (const { id, category, [theme]: colour } of all) {
      const [, a, b] = labOf(colour, normal);
      const hue = hueOf(a, b);
      const seen =
        Math.hypot(a, b) < 15
          ? "neutral"
          : hue > 105 && hue < 175
            ? "distribution"
            : hue > 260 && hue < 325
              ? "build"
              : hue;
      expect(seen, id).toBe(category);
    }
  });

  test.each(eyes)("are told apart by $name eyes", ({ eye, apart }) => {
    const colours = [...new Map(all.map((look) => [look[theme], look])).values()];
    const labs = colours.map((look) => labOf(look[theme], eye));
    const mushy = colours.flatMap((one, i) =>
      colours.slice(0, i).flatMap((other, j) => {
        const sides = new Set([one.category, other.category]);
        const least = sides.has("build") && sides.has("distribution") ? apart : 8;
        const found = difference(labs[i] ?? [0, 0, 0], labs[j] ?? [0, 0, 0]);
        return found < least ? [`${one.id} and ${other.id}: ${found.toFixed(1)}`] : [];
      }),
    );
    expect(mushy).toEqual([]);
  });
});

describe("no two colours are the same", () => {
  const isSame = (one: Look, other: Look) => one.light === other.light || one.dark === other.dark;

  test("of neighbours in a list", () => {
    const same = shipped.filter((look, index) => {
      const next = shipped[index + 1];
      return next && isSame(look, next);
    });
    expect(same.map(({ id }) => id)).toEqual([]);
  });

  test.each([
    "code-hosting ai docs infra editor local",
    "social feeds community launch analytics outreach",
    "mail search video chat misc",
  ])("on a day of %s", (ids) => {
    const looks = shipped.filter(({ id }) => ids.split(" ").includes(id));
    expect(looks.map(({ id }) => id).sort()).toEqual(ids.split(" ").sort());
    expect(new Set(looks.map(({ light }) => light)).size).toBe(looks.length);
    expect(new Set(looks.map(({ dark }) => dark)).size).toBe(looks.length);
  });
});

test("a category's channels are spread over all of its colours", () => {
  for (const category of categories) {
    const colours = shipped.filter((look) => look.category === category).map(({ light }) => light);
    const steps = new Set(colours);
    for (const step of steps)
      expect(colours.filter((colour) => colour === step).length, step).toBeLessThanOrEqual(
        Math.ceil(colours.length / steps.size),
      );
  }
});

test.each(["my-own", "", "constructor", "__proto__", "toString", "build"])(
  "an own channel %j looks like its category",
  (id) => {
    for (const look of own) expect({ ...look, ...lookOf(id, look.category) }).toEqual(look);
    expect(lookOf(id, "build")).toMatchObject({ light: "#4854cf", dark: "#8f9bff" });
    expect(lookOf(id, "distribution")).toMatchObject({ light: "#0b8a66", dark: "#3ecf9b" });
  },
);

test("a shipped channel that counts to another category takes that category's own colour, and keeps its icon", () => {
  expect(lookOf("video", "distribution")).toEqual({
    ...lookOf("my-own", "distribution"),
    icon: lookOf("video", "neutral").icon,
  });
});
