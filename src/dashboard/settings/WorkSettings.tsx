import type { JSX } from "preact";
import type { Settings } from "../../store/settings";
import { say } from "../../texts/say";
import { TARGET_SHARE } from "../../trap/meter";
import type { Preferences } from "../../trap/standards";
import { formatShare } from "../../trap/words";
import { Choice } from "../../ui/Choice";
import type { Desk } from "../desk";
import { OffHours } from "./OffHours";
import { saveSetting } from "./setting";

/** 20% to 60% in steps of 5. */
const targets = Array.from({ length: 9 }, (_, i) => (20 + 5 * i) / 100);

interface Props {
  desk: Desk;
  /** The newest number of customers that was told; null: none was. */
  customers: number | null;
}

/** What counts as work, and what is aimed at. */
export function WorkSettings({ desk, customers }: Props): JSX.Element {
  const { otherApps, target, feedsCount } = desk.settings;
  const save = <K extends keyof Settings>(name: K, value: Settings[K]) =>
    desk.store(() => saveSetting(desk.db, name, value));
  return (
    <section class="card" id="work">
      <h2>{say("settings_work")}</h2>
      <div class="setting">
        <span>{say("settings_place")}</span>
        <Choice<"build" | "apart" | "">
          label={say("settings_place")}
          options={[
            { value: "apart", text: say("settings_placeBrowser") },
            { value: "build", text: say("settings_placeOtherApps") },
          ]}
          chosen={otherApps ?? ""}
          onChoose={(place) => {
            if (place !== "") save("otherApps", place);
          }}
        />
      </div>
      <p class="quiet">{otherAppsSentence(otherApps)}</p>
      <div class="setting">
        <span>{say("settings_feeds")}</span>
        <Choice
          label={say("settings_feeds")}
          options={[
            { value: "yes", text: say("settings_feedsCount") },
            { value: "no", text: say("settings_feedsNeither") },
          ]}
          chosen={feedsCount ? "yes" : "no"}
          onChoose={(answer) => save("feedsCount", answer === "yes")}
        />
      </div>
      <p class="quiet">{feedsCount ? say("settings_feedsCountHint") : say("settings_feedsNeitherHint")}</p>
      <Target target={target} hasCustomer={(customers ?? 0) >= 1} onTarget={(share) => save("target", share)} />
      <OffHours desk={desk} />
    </section>
  );
}

interface TargetProps {
  target: number;
  hasCustomer: boolean;
  onTarget(share: number): void;
}

/** Before the first customer the target stands still: it would be adjusted to what is done anyway. */
function Target({ target, hasCustomer, onTarget }: TargetProps): JSX.Element {
  return (
    <>
      <div class="setting" data-target={target}>
        <span>{say("settings_target")}</span>
        {hasCustomer ? (
          <select aria-label={say("settings_target")} onChange={(event) => onTarget(Number(event.currentTarget.value))}>
            {targets.map((share) => (
              <option key={share} value={share} selected={share === target}>
                {nameOf(share)}
              </option>
            ))}
          </select>
        ) : (
          <b>{nameOf(target)}</b>
        )}
      </div>
      <p class="quiet">
        {hasCustomer ? say("settings_targetHint") : say("settings_targetFixedHint")}{" "}
        {!hasCustomer && target !== TARGET_SHARE && (
          <button type="button" class="link" onClick={() => onTarget(TARGET_SHARE)}>
            {say("settings_targetBack")}
          </button>
        )}
      </p>
    </>
  );
}

function nameOf(target: number): string {
  return target === TARGET_SHARE ? say("settings_targetHalf") : formatShare(target);
}

function otherAppsSentence(otherApps: Preferences["otherApps"]): string {
  if (otherApps === "build") return say("settings_placeOtherAppsHint");
  return otherApps === "apart" ? say("settings_placeBrowserHint") : say("settings_placeUnknownHint");
}
