import type { JSX } from "preact";
import { say } from "../texts/say";
import type { ChannelTime, SiteTime } from "../trap/totals";
import { formatDuration } from "../trap/words";
import { ChannelIcon } from "../ui/ChannelIcon";
import { DataTable } from "../ui/DataTable";

interface Props {
  title: string;
  /** Sites or channels with their time. */
  times: readonly (ChannelTime | SiteTime)[];
}

/** Where time went, to sort and to search. */
export function TimeTable({ title, times }: Props): JSX.Element {
  const ofSites = times.some((time) => "site" in time);
  return (
    <section class="card">
      <DataTable
        caption={title}
        rows={times}
        keyOf={(time) => ("site" in time ? `${time.channel} ${time.site}` : time.channel)}
        columns={[
          ...(ofSites ? [{ id: "site", label: say("table_site"), value: nameOf }] : []),
          {
            id: "channel",
            label: say("table_channel"),
            value: (time) => time.label,
            show: (time) => (
              <>
                <ChannelIcon channel={time.channel} category={time.category} /> {time.label}
              </>
            ),
          },
          // Of a site its channel tells it.
          ...(ofSites ? [] : [{ id: "kind", label: say("table_kind"), value: kindOf }]),
          { id: "ms", label: say("table_time"), value: (time) => time.ms, format: formatDuration },
        ]}
      />
    </section>
  );
}

function kindOf({ category }: ChannelTime): string {
  return say(`category_${category}`);
}

function nameOf(time: ChannelTime | SiteTime): string {
  return "site" in time ? time.site : "";
}
