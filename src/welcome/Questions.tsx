import type { ComponentChildren, JSX } from "preact";
import { language, say, sayCount } from "../texts/say";
import type { Preferences } from "../trap/standards";
import { Choice } from "../ui/Choice";
import { Question } from "../ui/Question";
import "./questions.css";

/** What the user has answered so far, as it is stored. */
export interface Answers {
  /** The newest number that was told; null: none was. */
  customers: number | null;
  domains: readonly string[];
  otherApps: Preferences["otherApps"];
}

export interface QuestionsProps {
  answers: Answers;
  /** What is wrong with the domains as they were last typed; empty when nothing is. */
  domainsFault: string;
  onCustomers(count: number): void;
  /** The list as typed, a site a line. */
  onDomains(text: string): void;
  onOtherApps(answer: "build" | "apart"): void;
}

const places = (): { value: "build" | "apart"; text: string }[] => [
  { value: "apart", text: say("welcome_buildBrowser") },
  { value: "build", text: say("welcome_buildApps") },
];

/** Three questions, in any order or not at all. Each says what of it is stored. */
export function Questions(props: QuestionsProps): JSX.Element {
  const { customers, domains, otherApps } = props.answers;
  return (
    <ol class="questions">
      <Asked name="customers" isAnswered={customers !== null} said={customersSentence(customers)}>
        <Question
          asker="welcome"
          kind="customers"
          onAnswer={(count) => {
            if (typeof count === "number") props.onCustomers(count);
          }}
        />
      </Asked>
      <Asked
        name="domains"
        isAnswered={domains.length > 0 && props.domainsFault === ""}
        said={props.domainsFault || domainsSentence(domains)}
      >
        <label>
          {say("welcome_domains")} <span class="quiet">{say("welcome_domainsHow")}</span>
          <textarea
            key={domains.join()}
            rows={2}
            spellcheck={false}
            placeholder="example.org"
            dir="ltr"
            aria-describedby="said-domains"
            aria-invalid={props.domainsFault !== ""}
            defaultValue={domains.join("\n")}
            onChange={(event) => props.onDomains(event.currentTarget.value)}
          />
        </label>
      </Asked>
      <Asked name="other-apps" isAnswered={otherApps !== null} said={otherAppsSentence(otherApps)}>
        <p class="ask">{say("welcome_build")}</p>
        <Choice<"build" | "apart" | "">
          label={say("welcome_build")}
          options={places()}
          chosen={otherApps ?? ""}
          onChoose={(place) => {
            if (place !== "") props.onOtherApps(place);
          }}
        />
      </Asked>
    </ol>
  );
}

interface AskedProps {
  name: string;
  isAnswered: boolean;
  /** What is stored of the answer, or why it is asked. */
  said: string;
  children: ComponentChildren;
}

function Asked({ name, isAnswered, said, children }: AskedProps): JSX.Element {
  return (
    <li data-question={name} class={isAnswered ? "answered" : ""}>
      {children}
      <p class="said" id={`said-${name}`} role="status">
        {said}
      </p>
    </li>
  );
}

function customersSentence(customers: number | null): string {
  if (customers === null) return say("welcome_customersWhy");
  return customers === 0 ? say("welcome_customersNone") : sayCount("welcome_customers", customers);
}

function domainsSentence(domains: readonly string[]): string {
  if (domains.length === 0) return say("welcome_domainsWhy");
  const list = new Intl.ListFormat(language(), { type: "unit" }).format(domains);
  return say("welcome_domainsStored", { domains: list });
}

function otherAppsSentence(otherApps: Answers["otherApps"]): string {
  if (otherApps === null) return say("welcome_buildWhy");
  return say(otherApps === "build" ? "welcome_buildAppsStored" : "welcome_buildBrowserStored");
}
