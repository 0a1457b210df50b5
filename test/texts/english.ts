import messages from "../../public/_locales/en/messages.json";
import { setTexts } from "../../src/texts/say";

const english: Record<string, { message: string }> = messages;

// As the browser gives them: nothing for a name that there is none of.
setTexts((name) => english[name]?.message ?? "");
