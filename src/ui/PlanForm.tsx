import type { JSX } from "preact";
import { language, say } from "../texts/say";

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
        {say("ui_planWhen")}
        <input ref={focus} type="text" name="when" required maxLength={80} placeholder={say("ui_planExample")} />
      </label>
      <label>
        {say("ui_planDay")}
        <select name="day">
          {days.map((day, i) => (
            <option key={day} value={day} selected={i === 1}>
              {i === 0 ? say("ui_planToday") : i === 1 ? say("ui_planTomorrow") : nameOf(day)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say("ui_planTime")}
        <input type="time" name="time" required defaultValue="09:30" />
      </label>
      <p>{say("ui_planWill", { move: act.charAt(0).toLocaleLowerCase(language()) + act.slice(1) })}</p>
      <div class="acts">
        <button type="submit" class="primary">
          {say("ui_planIt")}
        </button>
        <button type="button" onClick={onCancel}>
          {say("ui_cancel")}
        </button>
      </div>
    </form>
  );
}

/** The weekday of a local day, in full. */
function nameOf(day: string): string {
  return new Date(day).toLocaleDateString(language(), { weekday: "long", timeZone: "UTC" });
}
