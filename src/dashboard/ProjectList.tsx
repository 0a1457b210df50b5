import type { JSX } from "preact";
import type { Project } from "../trap/project";
import type { ProjectFault, ProjectField, WrittenProject } from "./work";
import "./work.css";

export interface ProjectListProps {
  projects: readonly Project[];
  /** What is wrong with what was last typed; null when nothing is. */
  fault: ProjectFault | null;
  /** A project as typed; without an id it is a new one. */
  onSave(id: string | null, written: WrittenProject): void;
  onRemove(id: string): void;
}

/** What the user builds, so that signs and blocks can tell one thing from another. */
export function ProjectList({ projects, fault, onSave, onRemove }: ProjectListProps): JSX.Element {
  return (
    <section class="card" id="projects">
      <h2>Your projects</h2>
      <p class="quiet">
        By its domains and repositories the time of a project is known. Nothing is expected of those that are parked.
      </p>
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
                  onChange={(event) => onSave(project.id, writtenIn(event.currentTarget))}
                >
                  <Fields project={project} fault={fault?.id === project.id ? fault : null} />
                  <button
                    type="button"
                    class="link"
                    aria-label={`Remove ${project.name}`}
                    onClick={() => onRemove(project.id)}
                  >
                    Remove this project
                  </button>
                </form>
              </details>
            </li>
          ))}
        </ul>
      )}
      <details class="adding">
        <summary>Add a project</summary>
        <form
          data-act="add-project"
          onSubmit={(event) => {
            event.preventDefault();
            onSave(null, writtenIn(event.currentTarget));
          }}
        >
          {/* Empty again when the list has changed: what was typed is then stored. */}
          <Fields key={projects.length} project={null} fault={fault?.id === null ? fault : null} />
          <button type="submit">Add project</button>
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
        Name
        <input type="text" required maxLength={60} defaultValue={project?.name ?? ""} {...marks("name")} />
      </label>
      {told("name")}
      <label>
        Domains, one a line
        <textarea
          key={project?.domains.join()}
          rows={2}
          spellcheck={false}
          placeholder="example.org"
          defaultValue={project?.domains.join("\n") ?? ""}
          {...marks("domains")}
        />
      </label>
      {told("domains")}
      <label>
        Repositories, one a line
        <textarea
          key={project?.repositories.join()}
          rows={2}
          spellcheck={false}
          placeholder="github.com/owner/repo"
          defaultValue={project?.repositories.join("\n") ?? ""}
          {...marks("repositories")}
        />
      </label>
      {told("repositories")}
      <label>
        <input type="checkbox" name="parked" defaultChecked={project?.isParked ?? false} /> Parked: given up for now
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

function describe({ domains, repositories, isParked }: Project): string {
  const places = [...domains, ...repositories];
  const named =
    places.length > 2 ? `${places.slice(0, 2).join(", ")} and ${places.length - 2} more` : places.join(", ");
  return [named || "no domain or repository yet", ...(isParked ? ["parked"] : [])].join(" · ");
}
