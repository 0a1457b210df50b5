import { useLayoutEffect, useState } from "preact/hooks";
import { follow } from "../store/follow";
import type { Desk } from "./desk";

/**
 * What a query of the store says, now and after every change of what it read; null before it has said anything. `inputs` are the
 * values that it depends on. A query that fails is told at the desk, as long as it does.
 */
export function useLive<T>(
  { tellUnread }: Pick<Desk, "tellUnread">,
  query: () => Promise<T>,
  inputs: readonly unknown[],
): T | null {
  const [value, setValue] = useState<{ inputs: string; read: T } | null>(null);
  const asked = JSON.stringify(inputs);
  useLayoutEffect(() => {
    let isUnread = false;
    const tell = (error: unknown) => {
      if (error === null && !isUnread) return;
      isUnread = error !== null;
      tellUnread(error);
    };
    const end = follow(
      query,
      (read) => {
        tell(null);
        setValue({ inputs: asked, read });
      },
      tell,
    );
    return () => {
      tell(null);
      end();
    };
  }, [asked]);
  // What was read for other inputs would be shown under the wrong title.
  return value?.inputs === asked ? value.read : null;
}
