import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { weekPicture } from "../../browser/picture";
import { saveFile } from "../../browser/save";
import { cardSize, drawCard } from "../../exports/card";
import { type WeekFormatId, weekFile, weekFormatIds, weekFormatLabel, withoutSites } from "../../exports/index";
import { say } from "../../texts/say";
import type { Week } from "../../trap/week";
import type { Desk } from "../desk";

interface Props {
  week: Week;
  leavesSitesOut: boolean;
  onLeaveSitesOut(wanted: boolean): void;
  desk: Desk;
}

/** The week as files, and the picture of it as it will be. */
export function WeekExports({ week, leavesSitesOut, onLeaveSitesOut, desk }: Props): JSX.Element {
  const [told, setTold] = useState("");
  const shared = leavesSitesOut ? withoutSites(week) : week;
  return (
    <section class="card exports" aria-labelledby="exports">
      <h2 id="exports">{say("week_export")}</h2>
      <Picture week={week} />
      <div class="acts">
        {weekFormatIds.map((id) => (
          <button
            key={id}
            type="button"
            data-export={id}
            onClick={() => desk.act(async () => setTold(say("week_saved", { name: save(id, shared) })))}
          >
            {weekFormatLabel(id)}
          </button>
        ))}
        <button
          type="button"
          data-act="copy-week"
          onClick={() =>
            desk.act(async () => {
              await navigator.clipboard.writeText(weekFile("week-md", shared).text);
              setTold(say("week_copied"));
            })
          }
        >
          {say("week_copy")}
        </button>
      </div>
      <label>
        <input
          type="checkbox"
          data-act="leave-sites-out"
          checked={leavesSitesOut}
          onChange={(event) => onLeaveSitesOut(event.currentTarget.checked)}
        />{" "}
        {say("week_leaveSitesOut")}
      </label>
      <output class="quiet">{told}</output>
    </section>
  );
}

/** Saves the week in a format, and gives the file's name. */
function save(id: WeekFormatId, week: Week): string {
  const file = id === "week-png" ? weekPicture(week) : weekFile(id, week);
  saveFile(file);
  return file.filename;
}

/** The picture itself, drawn small. */
function Picture({ week }: { week: Week }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext("2d");
    if (pen) drawCard(pen, week);
  }, [week]);
  return <canvas ref={canvas} {...cardSize} role="img" aria-label={say("week_picture")} />;
}
