import { fork } from "node:child_process";
import { entryPath } from "../hosts/entries.ts";
import type { WorkerProcess } from "../hosts/host.ts";

/** Starts `sheetjs-process` in a process of its own; Electron's main process has its own way. */
export type ForkReader = (options: { readonly maxMemoryMb: number }) => WorkerProcess;

/** Names of variables that a Node process needs on some system; no other one is handed on. */
const NEEDED = ["PATH", "SystemRoot", "windir", "TEMP", "TMP", "TMPDIR", "HOME"];

/** By Node, which in Electron starts Electron's own binary as Node. */
export const nodeForkReader: ForkReader = ({ maxMemoryMb }) => {
  const env: NodeJS.ProcessEnv = { TZ: "UTC", ELECTRON_RUN_AS_NODE: "1" };
  for (const name of NEEDED) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  const child = fork(entryPath("sheetjs-process"), [], {
    execArgv: [`--max-old-space-size=${maxMemoryMb}`],
    serialization: "advanced",
    env,
    // Running out of memory writes pages to standard error; the exit code says it as well.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return {
    post: (message) => {
      // A process that has just ended takes no message; its exit tells the rest.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => void child.on("message", (message) => listener(message)),
    onExit: (listener) => {
      let told = false;
      const tell = (code: number | null): void => {
        if (told) return;
        told = true;
        listener(code);
      };
      child.once("exit", tell);
      child.once("error", () => tell(1));
    },
    kill: () => void child.kill("SIGKILL"),
  };
};
