import { useEffect, useState } from "preact/hooks";

const loaded = new Map<() => Promise<unknown>, unknown>();

/** What is loaded when it is first wanted, and kept: null until it is there. `load` must be the same function always. */
export function useLater<T>(load: () => Promise<T>): T | null {
  const [, setLoads] = useState(0);
  useEffect(() => {
    if (loaded.has(load)) return;
    void load().then((module) => {
      loaded.set(load, module);
      setLoads((count) => count + 1);
    });
  }, [load]);
  return (loaded.get(load) as T | undefined) ?? null;
}
