import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Amounts } from "../../store/amounts";
import { language, say, sayNumber } from "../../texts/say";
import { dayText } from "../daytext";

/** What is stored and how much, in plain words. */
export function StoredAmounts({ amounts }: { amounts: Amounts }): JSX.Element {
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    void navigator.storage.estimate().then(({ usage }) => setBytes(usage ?? null));
  }, [amounts.days]);
  return (
    <section class="card" aria-labelledby="stored">
      <h2 id="stored">{say("data_stored")}</h2>
      <dl>
        <dt>{say("data_stored_days")}</dt>
        <dd data-stored="days">{sayNumber(amounts.days)}</dd>
        <dt>{say("data_stored_since")}</dt>
        <dd>{amounts.firstDay === null ? say("data_stored_nothing") : dayText(amounts.firstDay)}</dd>
        <dt>{say("data_stored_spans")}</dt>
        <dd data-stored="spans">{sayNumber(amounts.spans)}</dd>
        <dt>{say("data_stored_size")}</dt>
        <dd>{bytes === null ? "" : formatBytes(bytes)}</dd>
      </dl>
      <p class="quiet">{say("data_stored_what")}</p>
    </section>
  );
}

/** `12 MB`, as the language writes it. */
export function formatBytes(bytes: number): string {
  const [unit, size] = bytes < 1_000_000 ? (["kilobyte", bytes / 1000] as const) : (["megabyte", bytes / 1e6] as const);
  const maximumFractionDigits = size < 10 ? 1 : 0;
  return new Intl.NumberFormat(language(), { style: "unit", unit, unitDisplay: "short", maximumFractionDigits }).format(
    size,
  );
}
