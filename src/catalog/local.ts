import { say } from "../texts/say";
import type { Page } from "./page";

/**
 * Whether the page is served by the builder's own machine or network, which no list can name.
 * Loopback always is; a private address or name only with a port: without one it is a router or a printer.
 * Returns what it was known by, as a person reads it, or null.
 */
export function localRule({ host, port }: Page): string | null {
  if (host === "localhost" || host.endsWith(".localhost")) return "localhost";
  // A name that ends in a letter is no address, and private only with a port: as good as every page ends here.
  if (!port && /[a-z]$/.test(host)) return null;
  if (/^127(\.\d+){3}$/.test(host) || ["[::1]", "0.0.0.0", "[::]"].includes(host)) return say("rule_loopback");
  return port && isPrivate(host) ? say("rule_privateAddress") : null;
}

/** RFC 1918, RFC 3927, RFC 4193, RFC 4291 link-local, and mDNS names (RFC 6762). */
function isPrivate(host: string): boolean {
  return (
    /^(10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2})$/.test(host) ||
    /^\[f[cd][0-9a-f]{2}:|^\[fe[89ab][0-9a-f]:/.test(host) ||
    host.endsWith(".local")
  );
}
