import { setTexts } from "../texts/say";
import { native } from "./native";

/** Has everything said in the browser's language, where it is one of ours; in English elsewhere. */
export function speakBrowsersLanguage(): void {
  setTexts((name) => native.i18n.getMessage(name));
}
