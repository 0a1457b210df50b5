import type { Page } from "./page";
import type { Pattern } from "./pattern";

/** The paths that rules name below one host: a tree of segments. */
class PathNode<T> {
  readonly literals = new Map<string, PathNode<T>>();
  any: PathNode<T> | null = null;
  /** Whether a rule declares the segment in `any`'s place as kept. */
  keepsAny = false;
  /** The rule for the path that ends here. */
  exact: T | null = null;
  /** The rule for this path and all below. */
  open: T | null = null;
}

/**
 * All rules as a tree, from which a page's deciding rule and its key are read.
 *
 * The most specific rule wins, in this order:
 * 1. the longest host (`*.x.com` before `x.com` on a subdomain of it), 2. a rule with a port,
 * 3. along the path, segment by segment: a literal before `*` or `{name}` before `**`; a path that ends before `**`.
 * Among equal patterns the later added wins.
 */
export class RuleTree<T> {
  readonly #hosts = new Map<string, PathNode<T>>();

  add(pattern: Pattern, rule: T): void {
    let node = this.#root(hostKey(pattern.host, pattern.subdomainsOnly, pattern.port));
    for (const segment of pattern.segments) node = child(node, segment);
    if (pattern.open) node.open = rule;
    else node.exact = rule;
  }

  /** The deciding rule, or null when no rule knows the page. */
  find(page: Page): T | null {
    for (const root of this.#rootsOf(page)) {
      const rule = findRule(root, page.segments, 0);
      if (rule) return rule;
    }
    return null;
  }

  /**
   * The page with only those segments that rules look at: `*` stands for any other, and what no rule looks at is cut off.
   * The page and what this returns are decided by the same rule.
   */
  reduce(page: Page): Page {
    const segments: string[] = [];
    let nodes = this.#rootsOf(page);
    for (const segment of page.segments) {
      const next = nodes.flatMap((node) => [node.literals.get(segment), node.any].filter((child) => child != null));
      const someEndsBefore = nodes.some((node) => node.exact !== null);
      if (next.length === 0 && !someEndsBefore) break;
      const kept = nodes.some((node) => node.literals.has(segment) || node.keepsAny);
      segments.push(kept ? segment : "*");
      nodes = next;
    }
    return { host: page.host, port: page.port, segments };
  }

  #root(key: string): PathNode<T> {
    const root = this.#hosts.get(key) ?? new PathNode<T>();
    this.#hosts.set(key, root);
    return root;
  }

  /** The trees of all hosts that the page is on, the most specific first. */
  #rootsOf({ host, port }: Page): PathNode<T>[] {
    const roots: PathNode<T>[] = [];
    const look = (name: string, subdomain: boolean) => {
      const withPort = port && this.#hosts.get(hostKey(name, subdomain, port));
      const anyPort = this.#hosts.get(hostKey(name, subdomain, ""));
      if (withPort) roots.push(withPort);
      if (anyPort) roots.push(anyPort);
    };
    look(host, false);
    if (!hasLabels(host)) return roots;
    for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) {
      const parent = host.slice(dot + 1);
      look(parent, true);
      look(parent, false);
    }
    return roots;
  }
}

function hostKey(host: string, subdomainsOnly: boolean, port: string): string {
  return (subdomainsOnly ? "*." : "") + host + (port && `:${port}`);
}

function child<T>(node: PathNode<T>, segment: string): PathNode<T> {
  if (segment === "*" || segment === "{}") {
    node.keepsAny ||= segment === "{}";
    node.any ??= new PathNode<T>();
    return node.any;
  }
  const next = node.literals.get(segment) ?? new PathNode<T>();
  node.literals.set(segment, next);
  return next;
}

/** Depth first, the more specific branch first; each node is visited at most once, whatever the rules. */
function findRule<T>(node: PathNode<T>, segments: readonly string[], depth: number): T | null {
  const segment = segments[depth];
  if (segment === undefined) return node.exact ?? node.open;
  const literal = node.literals.get(segment);
  return (
    (literal && findRule(literal, segments, depth + 1)) ??
    (node.any && findRule(node.any, segments, depth + 1)) ??
    node.open
  );
}

/** Addresses and schemes have no labels: 0.1 is no parent of 127.0.0.1. */
function hasLabels(host: string): boolean {
  return !host.startsWith("[") && !host.endsWith(":") && !/^\d+(\.\d+){3}$/.test(host);
}
