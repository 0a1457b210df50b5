import { useLayoutEffect, useState } from "preact/hooks";
import { follow } from "../store/follow";

/**
 * What a query of the store says, now and after every change of what it read; null before it has said anything. `inputs` are the
 * values that it depends on. That the store cannot be read the dashboard tells for all of its views.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): T | null {
  const [value, setValue] = useState<{ inputs: string; read: T } | null>(null);
  const asked = JSON.stringify(inputs);
  useLayoutEffect(
    () =>
      follow(
        query,
        (read) => setValue({ inputs: asked, read }),
        () => {},
      ),
    [asked],
  );
  // What was read for other inputs would be shown under the wrong title.
  return value?.inputs === asked ? value.read : null;
}
