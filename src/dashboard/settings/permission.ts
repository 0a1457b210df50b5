import { useEffect, useState } from "preact/hooks";
import { allow, type Permission, watchAllowed } from "../../browser/permissions";

/** How a permission stands that is asked for only when it is wanted. */
export interface Permitted {
  /** Null: the browser has not said yet. */
  isAllowed: boolean | null;
  /** Whether the user, or the browser, said no when asked here. */
  wasRefused: boolean;
  /** Asks for it, and resolves with the answer. To be called at once by a click: browsers grant nothing later. */
  ask(): Promise<boolean>;
}

export function usePermission(permission: Permission): Permitted {
  const [isAllowed, setAllowed] = useState<boolean | null>(null);
  const [wasRefused, setRefused] = useState(false);
  useEffect(
    () =>
      watchAllowed(permission, (answer) => {
        setAllowed(answer);
        if (answer) setRefused(false);
      }),
    [permission],
  );
  const ask = async () => {
    const answer = await allow(permission);
    setAllowed(answer);
    setRefused(!answer);
    return answer;
  };
  return { isAllowed, wasRefused, ask };
}
