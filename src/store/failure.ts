/** Why the store cannot be used, in words for the user: what happened, what was kept, what to do. */
export interface Failure {
  id: "newer-database" | "disk-full" | "refused" | "unknown";
  what: string;
  kept: string;
  todo: string;
}

const failures: Record<Failure["id"], Omit<Failure, "id">> = {
  "newer-database": {
    what: "Your history was written by a newer version of this extension.",
    kept: "It is untouched. Recording is stopped so that nothing in it is damaged.",
    todo: "Update the extension; recording then goes on by itself.",
  },
  "disk-full": {
    what: "The disk is full, so new time cannot be saved.",
    kept: "Everything saved before is kept. New time waits in memory until there is room.",
    todo: "Free some disk space; recording then goes on by itself.",
  },
  refused: {
    what: "The browser refuses this extension its storage.",
    kept: "Nothing was deleted by us. Recording is stopped until the storage answers.",
    todo: "Leave permanent private browsing, allow site data for extensions, or restart the browser; recording then goes on by itself.",
  },
  unknown: {
    what: "The storage does not answer as it should.",
    kept: "Everything saved before is kept as it is. New time waits in memory.",
    todo: "Recording is tried again every half minute. If this stays, restart the browser.",
  },
};

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
  const known = Object.hasOwn(failures, id) ? (id as Failure["id"]) : "unknown";
  return { id: known, ...failures[known] };
}
