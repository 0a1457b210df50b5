import { useEffect, useState } from "preact/hooks";

const names = [
  "paper",
  "ink",
  "quiet",
  "line",
  "build",
  "distribution",
  "neutral",
  "other",
  "balanced",
  "drifting",
  "trap",
  "balanced-arc",
  "drifting-arc",
  "trap-arc",
] as const;

/** The theme's colours as a canvas takes them. */
export type Colours = Readonly<Record<(typeof names)[number], string>>;

/** What a custom property holds may be `light-dark()`, which no canvas knows: a probe tells the colour that it comes to. */
function readColours(): Colours {
  const probe = document.createElement("span");
  document.body.append(probe);
  const colours = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours);
}

/** The theme's colours, now and after each change of theme: the system's, or the page's own by `data-theme`. */
export function useColours(): Colours {
  const [colours, setColours] = useState(readColours);
  useEffect(() => {
    const read = () =>
      setColours((before) => {
        const now = readColours();
        return names.every((name) => now[name] === before[name]) ? before : now;
      });
    const system = matchMedia("(prefers-color-scheme: dark)");
    const page = new MutationObserver(read);
    system.addEventListener("change", read);
    page.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      system.removeEventListener("change", read);
      page.disconnect();
    };
  }, []);
  return colours;
}
