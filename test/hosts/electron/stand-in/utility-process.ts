import { type ChildProcess, fork as nodeFork } from "node:child_process";
import { EventEmitter } from "node:events";
import { basename, extname } from "node:path";
import { state } from "./state.ts";

export const processes: UtilityProcess[] = [];

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  #launched = false;
  constructor(path: string, options: { readonly env?: NodeJS.ProcessEnv }) {
    super();
    this.#child = nodeFork(path, [], {
      serialization: "advanced",
      execArgv: ["--import", new URL("../system/utility-process.ts", import.meta.url).href],
      ...(options.env === undefined ? {} : { env: options.env }),
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const running = {
      entry: basename(path, extname(path)),
      kill: () => this.#child.kill("SIGKILL"),
    };
    state.running.push(running);
    processes.push(this);
    this.#child.once("spawn", () => {
      this.#launched = true;
      this.emit("spawn");
    });
    this.#child.once("exit", () => state.running.splice(state.running.indexOf(running), 1));
    this.#child.on("message", (message) => this.emit("message", message));
    this.#child.on("exit", (code) => this.emit("exit", code ?? 1));
  }
  get pid(): number | undefined {
    return this.#launched ? this.#child.pid : undefined;
  }
  postMessage(message: object): void {
    this.#child.send(message);
  }
  /** Before it has been launched the real one lets a kill pass. */
  kill(): boolean {
    return this.#launched && this.#child.kill();
  }
}
export const utilityProcess = {
  fork: (path: string, _args: readonly string[], options: { readonly env?: NodeJS.ProcessEnv }) =>
    new UtilityProcess(path, options),
};
