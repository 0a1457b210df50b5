import type { JSX } from "preact";
import { type Theme, themes } from "../../store/settings";
import { say } from "../../texts/say";
import { Choice } from "../../ui/Choice";
import type { Desk } from "../desk";
import { saveSetting } from "./setting";

/** How it looks. */
export function LookSettings({ desk: { db, settings, store } }: { desk: Desk }): JSX.Element {
  return (
    <section class="card" id="look">
      <h2>{say("settings_look")}</h2>
      <div class="setting">
        <span>{say("settings_theme")}</span>
        <Choice
          label={say("settings_theme")}
          options={themes.map((theme) => ({ value: theme, text: nameOf(theme) }))}
          chosen={settings.theme}
          onChoose={(theme) => store(() => saveSetting(db, "theme", theme))}
        />
      </div>
      <p class="quiet">{say("settings_lookHint")}</p>
    </section>
  );
}

function nameOf(theme: Theme): string {
  if (theme === "system") return say("settings_themeSystem");
  return theme === "light" ? say("settings_themeLight") : say("settings_themeDark");
}
