import { siteOf } from "../catalog/page";

/** Something that the user builds, as they have declared it. */
export interface Project {
  id: string;
  name: string;
  /** Sites of it, as `parseSite` writes them. */
  domains: readonly string[];
  /** Its repositories as page keys begin with them: `github.com/acme/app`. */
  repositories: readonly string[];
  /** Given up for now: nothing is expected of it. */
  isParked: boolean;
}

/** Whether a page belongs to a project: a repository of it, or one of its sites or a subdomain of one. */
export function isOfProject({ domains, repositories }: Project, key: string): boolean {
  if (repositories.some((repository) => key === repository || key.startsWith(`${repository}/`))) return true;
  const site = siteOf(key);
  return site !== null && domains.some((domain) => site === domain || site.endsWith(`.${domain}`));
}
