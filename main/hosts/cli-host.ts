import { createNodeTransport } from "../api/node-transport.ts";
import { AppError } from "../errors.ts";
import type { Host } from "./host.ts";
import { createKeyFileSecrets } from "./key-file.ts";
import { nodeFork } from "./node-fork.ts";

/**
 * The command line without Electron: secrets by key file, Node's own HTTP. There is no window, so
 * nothing is shown and nobody is asked; heavy work runs in the command's own process.
 */
export async function createCliHost(dataDir: string): Promise<Host> {
  return {
    kind: "cli",
    secrets: createKeyFileSecrets(dataDir),
    transport: createNodeTransport(),
    fork: nodeFork,
    saveFile: () => Promise.reject(new AppError("not-allowed", { detail: "no window" })),
    notify: () => undefined,
    openFolder: () => Promise.reject(new AppError("not-allowed", { detail: "no window" })),
    emit: () => undefined,
  };
}
