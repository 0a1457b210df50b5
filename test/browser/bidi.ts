import puppeteer from "puppeteer-core";
import { within } from "./wait";

interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

interface Evaluation {
  type: "success" | "exception";
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

export interface Context {
  context: string;
  url: string;
  clientWindow: string;
}

/** Runs in the page: what a function says, or how it failed, as JSON. */
export function asking(ask: string): string {
  return `async (args) => {
    const value = await (${ask})(...JSON.parse(args));
    return JSON.stringify({ value });
  }`;
}

/** WebDriver BiDi as Firefox speaks it. Puppeteer brings the connection; its pages wait for what never comes. */
export class Bidi {
  private constructor(
    private readonly connection: Connection,
    readonly disconnect: () => Promise<void>,
  ) {}

  static async connect(endpoint: string): Promise<Bidi> {
    const browser = await puppeteer.connect({
      browserWSEndpoint: `${endpoint}/session`,
      protocol: "webDriverBiDi",
      acceptInsecureCerts: true,
      networkEnabled: false,
      issuesEnabled: false,
      defaultViewport: null,
    });
    const { connection } = browser as unknown as { connection: Connection };
    return new Bidi(connection, () => browser.disconnect());
  }

  async send<T>(method: string, parameters: object): Promise<T> {
    const { result } = await within(`${method}`, this.connection.send(method, parameters), 30_000);
    return result as T;
  }

  async contexts(scope: "content" | "chrome"): Promise<Context[]> {
    const { contexts } = await this.send<{ contexts: Context[] }>("browsingContext.getTree", {
      maxDepth: 0,
      ...(scope === "chrome" ? { "moz:scope": "chrome" } : {}),
    });
    return contexts;
  }

  /** Runs a function in a tab, or with Firefox's own rights in one of its windows. */
  async ask<A extends unknown[], R>(context: string, ask: (...args: A) => R, args: A): Promise<Awaited<R>> {
    const answer = await this.send<Evaluation>("script.callFunction", {
      functionDeclaration: asking(`${ask}`),
      arguments: [{ type: "string", value: JSON.stringify(args) }],
      target: { context },
      awaitPromise: true,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails?.text ?? "unknown exception");
    return (JSON.parse(answer.result?.value ?? "{}") as { value: Awaited<R> }).value;
  }
}
