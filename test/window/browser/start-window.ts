import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../../../main/entries/start/root.ts";
import { tellToEnd } from "../../helpers/posix.ts";

const HOST = join(ROOT, "out", "main", "browser.js");

/** The built program on the loopback host, in a process of its own. */
export interface RunningWindow {
  /** One-time address; opens the window in the first browser that comes with it. */
  readonly url: string;
  readonly child: ChildProcess;
  /** What the program wrote to standard error so far. */
  stderr(): string;
  /** Ends it as a user would; gives the exit status. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** @throws Error where the program ends before it prints its address, with what it said */
export async function startWindow(options: {
  readonly dataDir: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}): Promise<RunningWindow> {
  if (!existsSync(HOST)) throw new Error("Nothing is built. `npm test` builds first.");
  const child = spawn(
    process.execPath,
    [HOST, "--no-open", "--data-dir", options.dataDir, ...(options.args ?? [])],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...options.env } },
  );
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const [first] = await Promise.race([once(lines, "line"), exited.then(() => [null])]);
  if (typeof first !== "string") throw new Error(`The program ended at its start: ${errors}`);

  async function end(how: () => unknown): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) how();
    await exited;
    return child.exitCode;
  }
  return {
    url: first,
    child,
    stderr: () => errors,
    stop: () => end(() => tellToEnd(child)),
    async kill() {
      await end(() => child.kill("SIGKILL"));
    },
  };
}
