import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { language, say, sayCount } from "../../texts/say";
import type { Project } from "../../trap/project";
import type { Desk } from "../desk";
import { type ProjectFault, type ProjectField, removeProject, saveProject, type WrittenProject } from "./work";

/** What the user builds, so that signs and blocks can tell one thing from another. */
export function ProjectList({ desk }: { desk: Desk }): JSX.Element {
  const { db, settings, catalog, store } = desk;
  const [fault, setFault] = useState<ProjectFault | null>(null);
  const { projects } = settings;
  const save = (id: string | null, written: WrittenProject) =>
    store(async () => setFault(await saveProject(db, catalog, id, written)));
  const remove = (project: Project) =>
    store(async () => {
      await removeProject(desk, project);
      setFault(null);
    });
  return (
    <section class="card" id="projects">
      <h2>{say("settings_projects")}</h2>
      <p class="quiet">{say("settings_projectsHint")}</p>
      {projects.length > 0 && (
        <ul class="projects">
          {projects.map((project) => (
            <li key={project.id} data-project={project.name}>
              <details>
                <summary>
                  <b>{project.name}</b> <span class="quiet">{describe(project)}</span>
                </summary>
                <form
                  onSubmit={(event) => event.preventDefault()}
                  onChange={(event) => save(project.id, writtenIn(event.currentTarget))}
                >
                  <Fields project={project} fault={fault?.id === project.id ? fault : null} />
                  <button
                    type="button"
                    class="link"
                    aria-label={say("settings_removeNamed", { name: project.name })}
                    onClick={() => remove(project)}
                  >
                    {say("settings_projectRemove")}
                  </button>
                </form>
              </details>
            </li>
          ))}
        </ul>
      )}
      <details class="adding">
        <summary>{say("settings_projectAdd")}</summary>
        <form
          data-act="add-project"
          onSubmit={(event) => {
            event.preventDefault();
            save(null, writtenIn(event.currentTarget));
          }}
        >
          {/* Empty again when the list has changed: what was typed is then stored. */}
          <Fields key={projects.length} project={null} fault={fault?.id === null ? fault : null} />
          <button type="submit">{say("settings_projectAddNow")}</button>
        </form>
      </details>
    </section>
  );
}

interface FieldsProps {
  project: Project | null;
  fault: ProjectFault | null;
}

function Fields({ project, fault }: FieldsProps): JSX.Element {
  const id = (field: ProjectField) => `fault-${project?.id ?? "new"}-${field}`;
  const marks = (field: ProjectField) => ({
    name: field,
    "aria-invalid": fault?.field === field,
    "aria-describedby": id(field),
  });
  const told = (field: ProjectField) => (
    <p class="fault" id={id(field)} role="status">
      {fault?.field === field ? fault.text : ""}
    </p>
  );
  return (
    <>
      <label>
        {say("settings_projectName")}
        <input type="text" required maxLength={60} defaultValue={project?.name ?? ""} {...marks("name")} />
      </label>
      {told("name")}
      <label>
        {say("settings_projectDomains")}
        <textarea
          key={project?.domains.join()}
          rows={2}
          dir="ltr"
          spellcheck={false}
          placeholder="example.org"
          defaultValue={project?.domains.join("\n") ?? ""}
          {...marks("domains")}
        />
      </label>
      {told("domains")}
      <label>
        {say("settings_projectRepositories")}
        <textarea
          key={project?.repositories.join()}
          rows={2}
          dir="ltr"
          spellcheck={false}
          placeholder="github.com/owner/repo"
          defaultValue={project?.repositories.join("\n") ?? ""}
          {...marks("repositories")}
        />
      </label>
      {told("repositories")}
      <label>
        <input type="checkbox" name="parked" defaultChecked={project?.isParked ?? false} />{" "}
        {say("settings_projectParked")}
      </label>
    </>
  );
}

function writtenIn(form: HTMLFormElement): WrittenProject {
  const written = new FormData(form);
  const text = (field: ProjectField) => String(written.get(field) ?? "");
  return {
    name: text("name"),
    domains: text("domains"),
    repositories: text("repositories"),
    isParked: written.has("parked"),
  };
}

/** More than these are counted, not named. */
const MOST_NAMED = 2;

function describe({ domains, repositories, isParked }: Project): string {
  const places = [...domains, ...repositories];
  const named = new Intl.ListFormat(language(), { type: "unit" }).format(places.slice(0, MOST_NAMED));
  const more = places.length - MOST_NAMED;
  const told = more > 0 ? sayCount("settings_projectPlaces", more, { places: named }) : named;
  return [told || say("settings_projectPlaceless"), ...(isParked ? [say("settings_projectIsParked")] : [])].join(" · ");
}
