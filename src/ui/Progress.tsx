import type { JSX } from "preact";
import { say, sayCount } from "../texts/say";
import { ENOUGH_DAYS, ENOUGH_MS, type Missing } from "../trap/meter";
import { formatHours } from "../trap/words";
import "./progress.css";

/** How far it is to the first verdict. */
export function Progress({ missing }: { missing: Missing }): JSX.Element {
  const ms = ENOUGH_MS - missing.ms;
  const days = ENOUGH_DAYS - missing.days;
  return (
    <dl class="progress">
      <Step
        label={say("ui_progressHours", { hours: formatHours(ms), needed: formatHours(ENOUGH_MS) })}
        value={ms}
        of={ENOUGH_MS}
      />
      <Step label={sayCount("ui_progressDays", ENOUGH_DAYS, { days })} value={days} of={ENOUGH_DAYS} />
    </dl>
  );
}

function Step({ label, value, of }: { label: string; value: number; of: number }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <meter min={0} max={of} value={value} aria-label={label} />
      </dd>
    </div>
  );
}
