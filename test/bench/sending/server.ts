import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A server in a process of its own; it ends with its standard input. */
export interface Server {
  readonly url: string;
  readonly child: ChildProcess;
}

export async function startServer(script: string, ...args: string[]): Promise<Server> {
  const path = join(import.meta.dirname, "../../helpers/processes", script);
  const child = spawn(process.execPath, [path, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  if (child.stdout === null) throw new Error("no output");
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { url: line.toString().trim(), child };
}
