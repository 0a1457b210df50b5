import messages from "../../public/_locales/en/messages.json";
import { setTexts } from "../texts/say";

// Commands speak English: importing this, before all else, sets the texts.
const english: Record<string, { message: string }> = messages;
setTexts((name) => english[name]?.message ?? "");
