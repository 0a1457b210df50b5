import { spawn } from "node:child_process";
import { join } from "node:path";

/** The repository's root. Every command starts there: see run.js. */
export const root = process.cwd();

export interface Outcome {
  /** 0 when all is well; a signal counts as failure. */
  code: number;
  /** What the process printed, both streams in the order they came; empty when shown at once. */
  output: string;
  /** The standard output alone; empty when shown at once. */
  stdout: string;
}

export interface ProcessOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Hand the output straight to the terminal instead of keeping it. */
  show?: boolean;
}

/** Runs a program to its end. Never rejects: a program that cannot be started has code 127. */
export function runProcess(program: string, args: readonly string[], options: ProcessOptions = {}): Promise<Outcome> {
  const { promise, resolve } = outcome();
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: options.show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let stdout = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.on("error", (error) => resolve({ code: 127, output: `${output}${program}: ${error.message}\n`, stdout }));
  child.on("close", (code, signal) => {
    if (signal) output += `${program} was ended by ${signal}\n`;
    resolve({ code: code ?? 1, output, stdout });
  });
  return promise;
}

/**
 * Runs a script of an installed package, such as `vite/bin/vite.js`. By path and with this very Node, because the
 * names in node_modules/.bin are scripts of a shell that differs between systems.
 */
export function runTool(script: string, args: readonly string[], options?: ProcessOptions): Promise<Outcome> {
  return runProcess(process.execPath, [join(root, "node_modules", script), ...args], options);
}

function outcome() {
  let resolve: (outcome: Outcome) => void = () => {};
  const promise = new Promise<Outcome>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
