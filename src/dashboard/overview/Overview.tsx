import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { addDays } from "../../attention/day";
import { today } from "../../browser/today";
import { say } from "../../texts/say";
import { Choice } from "../../ui/Choice";
import type { ViewProps } from "../desk";
import { useLater } from "../later";
import { hashOf } from "../route";
import { Headline } from "./Headline";
import { useHistory } from "./usehistory";
import "./overview.css";

/** How far back is looked, in days; `all`: to the first day. */
const ranges = ["28", "91", "365", "all"] as const;
type Range = (typeof ranges)[number];
const USUAL: Range = "91";

/** Most of this view's code: its numbers do not wait for it. */
const loadCharts = () => import("./Charts").then(({ Charts }) => Charts);

/** Where the time went, over weeks and years; `detail` is a range of days. */
export function Overview({ desk, detail }: ViewProps): JSX.Element {
  const chosen = ranges.find((one) => one === detail) ?? USUAL;
  const { weekStartsOn, target, otherApps } = desk.settings;
  const read = useHistory(desk);
  const Charts = useLater(loadCharts);
  const last = today();
  const wanted = chosen === "all" ? "" : addDays(last, 1 - Number(chosen));
  const isKnown = read !== null && read.from <= wanted;
  // What was before the first day is no time without work.
  const first = isKnown && read.firstDay !== null && read.firstDay > wanted ? read.firstDay : wanted || last;
  const past = useMemo(
    () => (isKnown ? read.history.range(first, last, weekStartsOn) : null),
    [isKnown, read?.history, read?.turn, first, last, weekStartsOn],
  );
  return (
    <>
      <Choice<Range>
        label={say("overview_range")}
        options={ranges.map((value) => ({ value, text: say(`overview_range_${value}`) }))}
        chosen={chosen}
        onChoose={(value) => {
          location.hash = hashOf("overview", value);
        }}
      />
      {past && (
        <>
          <Headline past={past} />
          {Charts && (
            <Charts past={past} target={target} startsOn={weekStartsOn} otherAppsAreBuild={otherApps === "build"} />
          )}
        </>
      )}
    </>
  );
}
