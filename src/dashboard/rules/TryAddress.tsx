import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Catalog } from "../../catalog/classify";
import { say } from "../../texts/say";
import { explain } from "./ownrules";

/** Says which rule decides an address. */
export function TryAddress({ catalog }: { catalog: Catalog }): JSX.Element {
  const [address, setAddress] = useState("");
  return (
    <label class="try">
      {say("rules_try")}
      <input
        type="text"
        dir="ltr"
        spellcheck={false}
        placeholder="https://github.com/acme/app/pull/7"
        onInput={(event) => setAddress(event.currentTarget.value)}
      />
      <output class="quiet" data-verdict>
        {explain(address, catalog)}
      </output>
    </label>
  );
}
