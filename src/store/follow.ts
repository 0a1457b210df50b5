import { liveQuery, type Subscription } from "dexie";

/** Runs the query now and after every change, in whatever context, of what it read. */
export function watch<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): Subscription {
  return liveQuery(query).subscribe({ next: onValue, error: onError });
}

/** How soon a store that could not be read is tried again. */
const RETRY_MS = 2000;

/** Watches on after an error, too: a store that could not be read is tried again until it can. Returns what ends it. */
export function follow<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  let subscription: Subscription | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const start = () => {
    subscription = watch(query, onValue, (error) => {
      console.error("The store cannot be read:", error);
      subscription?.unsubscribe();
      // Before the error is told: whoever is told may end it.
      retry = setTimeout(start, RETRY_MS);
      onError(error);
    });
  };
  start();
  return () => {
    clearTimeout(retry);
    subscription?.unsubscribe();
  };
}
