import type { JSX } from "preact";
import { readAmounts } from "../../store/amounts";
import { say } from "../../texts/say";
import type { ViewProps } from "../desk";
import { useLive } from "../live";
import { Backup, Restore } from "./BackupCards";
import { EraseCard } from "./EraseCard";
import { ImportCard } from "./ImportCard";
import { StoredAmounts } from "./StoredAmounts";
import "./data.css";

/** All that is stored, in the user's hands: to keep elsewhere, to bring in, to delete. */
export function StoredView({ desk }: ViewProps): JSX.Element {
  const amounts = useLive(desk, () => readAmounts(desk.db), []);
  return (
    <>
      <p class="quiet">{say("data_intro")}</p>
      <div class="beside">
        <div>
          {amounts && <StoredAmounts amounts={amounts} />}
          <Backup desk={desk} />
          <Restore desk={desk} />
        </div>
        <div>
          <ImportCard desk={desk} />
          <EraseCard desk={desk} />
        </div>
      </div>
    </>
  );
}
