import { say } from "../texts/say";

/** Why the store cannot be used, in words for the user: what happened, what was kept, what to do. */
export interface Failure {
  id: "newer-database" | "disk-full" | "refused" | "unknown";
  what: string;
  kept: string;
  todo: string;
}

/** What its texts are called in `public/_locales`: `failure_diskFull_what` … */
const textNames = {
  "newer-database": "newerDatabase",
  "disk-full": "diskFull",
  refused: "refused",
  unknown: "unknown",
} as const satisfies Record<Failure["id"], string>;

const idByErrorName: Record<string, Failure["id"]> = {
  NewerDatabaseError: "newer-database",
  VersionError: "newer-database",
  QuotaExceededError: "disk-full",
  MissingAPIError: "refused",
  MissingAPI: "refused",
  InvalidStateError: "refused",
  SecurityError: "refused",
  OpenFailedError: "refused",
};

/** What an error of the store means. Dexie wraps the browser's errors: the innermost known one decides. */
export function failureId(error: unknown): Failure["id"] {
  const { name, inner, cause } = Object(error);
  const deeper = inner ?? cause;
  const innerId = deeper ? failureId(deeper) : "unknown";
  return innerId !== "unknown" ? innerId : (idByErrorName[String(name)] ?? "unknown");
}

/** The words for a failure's id; for an id that is none, those of an unknown failure. */
export function describeFailure(id: string): Failure {
  const known = Object.hasOwn(textNames, id) ? (id as Failure["id"]) : "unknown";
  const name = textNames[known];
  return {
    id: known,
    what: say(`failure_${name}_what`),
    kept: say(`failure_${name}_kept`),
    todo: say(`failure_${name}_todo`),
  };
}
