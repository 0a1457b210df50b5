import type { Page } from "./page";
import type { Pattern } from "./pattern";

/** The paths that rules name below one host: a tree of segments. */
class PathNode<T> {
  /** Null while there is none: maps by the ten thousand take their time. */
  literals: Map<string, PathNode<T>> | null = null;
  any: PathNode<T> | null = null;
  /** Whether a rule declares the segment in `any`'s place as kept. */
  keepsAny = false;
  /** The rule for the path that ends here. */
  exact: T | null = null;
  /** The rule for this path and all below. */
  open: T | null = null;
}

/** The trees of one host. */
class HostNode<T> {
  /** For the host and its subdomains, by port; the empty port stands for any. */
  readonly whole = new Map<string, PathNode<T>>();
  /** For its subdomains only; null while there is none. */
  below: Map<string, PathNode<T>> | null = null;
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
  readonly #hosts = new Map<string, HostNode<T>>();

  add(pattern: Pattern, rule: T): void {
    let node = this.#root(pattern);
    for (const segment of pattern.segments) node = child(node, segment);
    if (pattern.open) node.open = rule;
    else node.exact = rule;
  }

  /** The deciding rule, or null when no rule knows the page. */
  find(page: Page): T | null {
    return this.#firstOf(page, (root) => findRule(root, page.segments, 0));
  }

  /**
   * The page with only those segments that rules look at: `*` stands for any other, and what no rule looks at is cut off.
   * The page and what this returns are decided by the same rule.
   */
  reduce(page: Page): Page {
    const segments: string[] = [];
    let nodes: PathNode<T>[] = [];
    this.#firstOf(page, (root) => {
      nodes.push(root);
      return null;
    });
    for (const segment of page.segments) {
      const next = nodes.flatMap((node) => [node.literals?.get(segment), node.any].filter((child) => child != null));
      const someEndsBefore = nodes.some((node) => node.exact !== null);
      if (next.length === 0 && !someEndsBefore) break;
      const kept = nodes.some((node) => node.literals?.has(segment) || node.keepsAny);
      segments.push(kept ? segment : "*");
      nodes = next;
    }
    return { host: page.host, port: page.port, segments };
  }

  #root({ host, subdomainsOnly, port }: Pattern): PathNode<T> {
    const node = this.#hosts.get(host) ?? new HostNode<T>();
    this.#hosts.set(host, node);
    const byPort = subdomainsOnly ? belowOf(node) : node.whole;
    const root = byPort.get(port) ?? new PathNode<T>();
    byPort.set(port, root);
    return root;
  }

  /** The first answer that is not null from the trees of all hosts that the page is on, the most specific asked first. */
  #firstOf({ host, port }: Page, ask: (root: PathNode<T>) => T | null): T | null {
    const askEach = (roots: Map<string, PathNode<T>>) => {
      const withPort = port ? roots.get(port) : undefined;
      const anyPort = roots.get("");
      return (withPort && ask(withPort)) ?? (anyPort && ask(anyPort)) ?? null;
    };
    const own = this.#hosts.get(host);
    let found = own ? askEach(own.whole) : null;
    if (!hasLabels(host)) return found;
    for (let dot = host.indexOf("."); dot >= 0 && found === null; dot = host.indexOf(".", dot + 1)) {
      const parent = this.#hosts.get(host.slice(dot + 1));
      if (parent) found = (parent.below && askEach(parent.below)) ?? askEach(parent.whole);
    }
    return found;
  }
}

function belowOf<T>(node: HostNode<T>): Map<string, PathNode<T>> {
  node.below ??= new Map();
  return node.below;
}

function child<T>(node: PathNode<T>, segment: string): PathNode<T> {
  if (segment === "*" || segment === "{}") {
    node.keepsAny ||= segment === "{}";
    node.any ??= new PathNode<T>();
    return node.any;
  }
  node.literals ??= new Map();
  const next = node.literals.get(segment) ?? new PathNode<T>();
  node.literals.set(segment, next);
  return next;
}

/** Depth first, the more specific branch first; each node is visited at most once, whatever the rules. */
function findRule<T>(node: PathNode<T>, segments: readonly string[], depth: number): T | null {
  const segment = segments[depth];
  if (segment === undefined) return node.exact ?? node.open;
  const literal = node.literals?.get(segment);
  return (
    (literal && findRule(literal, segments, depth + 1)) ??
    (node.any && findRule(node.any, segments, depth + 1)) ??
    node.open
  );
}

/** Addresses and schemes have no labels: 0.1 is no parent of 127.0.0.1. */
function hasLabels(host: string): boolean {
  return !/[\d\]:]$/.test(host) || !/^\[|:$|^\d+(\.\d+){3}$/.test(host);
}
