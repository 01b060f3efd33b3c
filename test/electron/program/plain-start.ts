import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { inject, onTestFinished } from "vitest";
import { startWords } from "./prepare.ts";

/** The program without Playwright, which waits for a page: for starts that get none, or end before. */
export interface PlainStart {
  readonly child: ChildProcess;
  /** What it wrote so far, Chromium's own lines left out. */
  stderr(): string;
  stdout(): string;
  /** Waits for the end: its status, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals | null>;
}

/** It is gone when the test is over. */
export function startPlainly(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): PlainStart {
  const electron = inject("electron");
  if (electron.kind === "unavailable") throw new Error(electron.reason);
  const start = startWords(electron, words, env);
  const child = spawn(start.command, start.words, { env: start.env });
  const exited = once(child, "exit");
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      said[stream] += text;
    });
  }
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await exited;
  });
  return {
    child,
    stdout: () => said.stdout,
    stderr: () => said.stderr.split("\n").filter(isOurs).join("\n"),
    async ended() {
      await exited;
      return child.exitCode ?? child.signalCode;
    },
  };
}

function isOurs(line: string): boolean {
  return line !== "" && !/^(?:\[\d+:\d+\/|dbus-daemon|\s*$)/.test(line);
}
