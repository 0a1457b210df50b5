import { useEffect, useState } from "preact/hooks";

/** One more at each frame, from 1 to `count`: what is shown then is drawn in tasks of its own. */
export function useTurns(count: number): number {
  const [turns, setTurns] = useState(1);
  useEffect(() => {
    if (turns >= count) return;
    const frame = requestAnimationFrame(() => setTurns(turns + 1));
    return () => cancelAnimationFrame(frame);
  }, [turns, count]);
  return turns;
}
