import { fork } from "node:child_process";
import { entryPath } from "../../../common/host/entries.ts";
import type { WorkerProcess } from "../../../common/host/host.ts";
import { smallEnvironment } from "../../../common/host/small-environment.ts";

/** Starts `sheetjs-process` in a process of its own, whose memory has a limit. */
export type ForkReader = (options: { readonly maxMemoryMb: number }) => WorkerProcess;

const nodeForkReader: ForkReader = ({ maxMemoryMb }) => {
  const child = fork(entryPath("sheetjs-process"), [], {
    execArgv: [`--max-old-space-size=${maxMemoryMb}`],
    serialization: "advanced",
    env: smallEnvironment(),
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

let ownFork: ForkReader = nodeForkReader;

/**
 * Once, at the start of a process of Electron: its program cannot be started as Node, so readers
 * are started Electron's way.
 */
export function startReadersBy(fork: ForkReader): void {
  ownFork = fork;
}

export const forkReader: ForkReader = (options) => ownFork(options);
