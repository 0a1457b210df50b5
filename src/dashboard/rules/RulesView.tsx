import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ViewProps } from "../desk";
import type { Draft } from "./AddRule";
import { OwnChannels } from "./OwnChannels";
import { RuleLists } from "./RuleLists";
import { Rules } from "./Rules";
import "./rules.css";

/** What decides what a page is: the user's rules on top, their channels, and every rule there is. */
export function RulesView({ desk }: ViewProps): JSX.Element {
  const { own } = desk;
  const [draft, setDraft] = useState<Draft | null>(null);
  return (
    <>
      <Rules desk={desk} rules={own.rules} draft={draft} />
      <OwnChannels desk={desk} channels={own.channels} />
      <RuleLists desk={desk} rules={own.rules} onChange={setDraft} />
    </>
  );
}
