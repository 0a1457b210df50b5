import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { Desk } from "../desk";
import { saveSites } from "./setting";

interface Props {
  desk: Desk;
  name: "neverRecord" | "ownDomains";
  label: string;
  /** What the list does, told while nothing is wrong. */
  hint: string;
}

/** A setting that is a list of sites, one a line. */
export function SiteList({ desk: { db, settings, store }, name, label, hint }: Props): JSX.Element {
  const [fault, setFault] = useState("");
  const told = useId();
  const sites = settings[name];
  return (
    <>
      <label>
        {label}
        <textarea
          key={sites.join()}
          rows={4}
          dir="ltr"
          spellcheck={false}
          placeholder="example.org"
          defaultValue={sites.join("\n")}
          aria-invalid={fault !== ""}
          aria-describedby={told}
          data-setting={name}
          onChange={({ currentTarget: { value } }) => store(async () => setFault(await saveSites(db, name, value)))}
        />
      </label>
      <p class={fault === "" ? "quiet" : "fault"} role="status" id={told}>
        {fault || hint}
      </p>
    </>
  );
}
