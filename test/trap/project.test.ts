import { describe, expect, test } from "vitest";
import { OTHER_APPS } from "../../src/attention/heartbeat";
import { isOfProject, type Project } from "../../src/trap/project";

const project: Project = {
  id: "app",
  name: "App",
  domains: ["acme.example", "localhost:3000"],
  repositories: ["github.com/acme/app", "gitlab.com/acme/group/app"],
  isParked: false,
};

describe("a page of a project", () => {
  test.each([
    "github.com/acme/app",
    "github.com/acme/app/pull",
    "github.com/acme/app/*/x",
    "gitlab.com/acme/group/app",
    "gitlab.com/acme/group/app/issues",
    "acme.example",
    "acme.example/pricing",
    "docs.acme.example",
    "a.b.acme.example/x",
    "localhost:3000",
    "localhost:3000/admin",
  ])("is %s", (key) => {
    expect(isOfProject(project, key)).toBe(true);
  });

  test.each([
    "github.com/acme/app-2",
    "github.com/acme/app2/pull",
    "github.com/acme",
    "github.com/acme/*",
    "github.com",
    "github.com/other/app",
    "gitlab.com/acme/app",
    "x.com/github.com/acme/app",
    "notacme.example",
    "acme.example.evil.com",
    "example",
    "x.com/acme.example",
    "acme.example:8080",
    "localhost:3001",
    "localhost",
    OTHER_APPS,
    "about:",
  ])("is not %s", (key) => {
    expect(isOfProject(project, key)).toBe(false);
  });

  test("is none of a project without domains and repositories", () => {
    expect(isOfProject({ ...project, domains: [], repositories: [] }, "github.com/acme/app")).toBe(false);
  });
});
