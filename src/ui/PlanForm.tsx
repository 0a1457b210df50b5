import type { JSX } from "preact";

/** When something is to be done, as the user wrote it. */
export interface Planned {
  when: string;
  /** Local day. */
  day: string;
  /** Local time of day, `HH:MM`. */
  time: string;
}

interface Props {
  /** What is to be done. */
  act: string;
  /** Local days to choose from, today first. */
  days: readonly string[];
  onPlan(plan: Planned): void;
  onCancel(): void;
}

/** The button that had the focus is gone: a keyboard goes on here. */
function focus(field: HTMLInputElement | null): void {
  field?.focus();
}

/** "When I … on …, I will …": if-then plans are kept far more often than intentions (Gollwitzer and Sheeran, 94 tests: d = 0.65). */
export function PlanForm({ act, days, onPlan, onCancel }: Props): JSX.Element {
  return (
    <form
      class="plan"
      onSubmit={(event) => {
        event.preventDefault();
        const written = new FormData(event.currentTarget);
        const read = (name: string) => String(written.get(name) ?? "").trim();
        onPlan({ when: read("when"), day: read("day"), time: read("time") });
      }}
    >
      <label>
        When I
        <input ref={focus} type="text" name="when" required maxLength={80} placeholder="have had my coffee" />
      </label>
      <label>
        on
        <select name="day">
          {days.map((day, i) => (
            <option key={day} value={day} selected={i === 1}>
              {i === 0 ? "today" : i === 1 ? "tomorrow" : nameOf(day)}
            </option>
          ))}
        </select>
      </label>
      <label>
        at
        <input type="time" name="time" required defaultValue="09:30" />
      </label>
      <p>I will {act.charAt(0).toLowerCase() + act.slice(1)}.</p>
      <div class="acts">
        <button type="submit" class="primary">
          Plan it
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function nameOf(day: string): string {
  return weekdays[new Date(day).getUTCDay()] ?? day;
}
