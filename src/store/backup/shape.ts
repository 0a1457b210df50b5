/** Looks at a value from outside: null when it is as it should be, else the path of what is not; empty for the value itself. */
export type Check = (value: unknown) => string | null;

/** A value that passes a test. */
export function where(passes: (value: unknown) => boolean): Check {
  return (value) => (passes(value) ? null : "");
}

/** A finite number within bounds, both included. */
export function number(least: number, most: number): Check {
  return where((value) => typeof value === "number" && value >= least && value <= most);
}

/** A whole number within bounds, both included. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Check {
  return where((value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most);
}

export const anyText: Check = where((value) => typeof value === "string");
export const someText: Check = where((value) => typeof value === "string" && value !== "");
export const bool: Check = where((value) => typeof value === "boolean");

/** A local day that the calendar has. */
export const day: Check = where((value) => {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = Date.parse(value);
  // Some browsers take a 30th of February for a day in March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
});

export function oneOf(values: readonly unknown[]): Check {
  return where((value) => values.includes(value));
}

export function nullable(check: Check): Check {
  return (value) => (value === null ? null : check(value));
}

/** What may be missing from an object. */
export function optional(check: Check): Check {
  return (value) => (value === undefined ? null : check(value));
}

export function list(check: Check): Check {
  return (value) => (Array.isArray(value) ? firstWrong(value.entries(), (_, item) => check(item)) : "");
}

/** An object whose names and values pass a check each. */
export function record(name: Check, check: Check): Check {
  return (value) => (isRecord(value) ? firstWrong(Object.entries(value), (key, item) => name(key) ?? check(item)) : "");
}

/** An object with these fields and no others. All fields of the type have to be named: none is forgotten. */
export function shape<T extends object>(fields: { readonly [K in keyof Required<T>]: Check }): Check {
  const checks = Object.entries<Check>(fields);
  return (value) => {
    if (!isRecord(value)) return "";
    const wrong = firstWrong(checks, (name, check) => check(value[name]));
    return wrong ?? Object.keys(value).find((name) => !Object.hasOwn(fields, name)) ?? null;
  };
}

/** Passes what all checks pass. */
export function all(...checks: readonly Check[]): Check {
  return (value) => {
    for (const check of checks) {
      const wrong = check(value);
      if (wrong !== null) return wrong;
    }
    return null;
  };
}

/** Whether lists and objects lie at most so deep in each other: what walks through them must not run out of stack. */
export function isShallow(value: unknown, deepest: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return deepest > 0 && Object.values(value).every((item) => isShallow(item, deepest - 1));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function firstWrong<K extends string | number, V>(
  entries: Iterable<[K, V]>,
  check: (key: K, item: V) => string | null,
): string | null {
  for (const [key, item] of entries) {
    const wrong = check(key, item);
    if (wrong !== null) return wrong === "" ? String(key) : `${key}.${wrong}`;
  }
  return null;
}
