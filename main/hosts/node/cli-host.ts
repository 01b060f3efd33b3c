import type { Host } from "../../common/host/host.ts";
import { createNodeTransport } from "../../pipeline/api/transport/node-transport.ts";
import { createKeyFileSecrets } from "./key-file.ts";
import { NO_WINDOW } from "./no-window.ts";
import { nodeFork } from "./node-fork.ts";

/**
 * The command line without Electron: secrets by key file, Node's own HTTP; heavy work runs in the
 * command's own process.
 */
export async function createCliHost(dataDir: string): Promise<Host> {
  return {
    ...NO_WINDOW,
    secrets: createKeyFileSecrets(dataDir),
    transport: createNodeTransport(),
    fork: nodeFork,
  };
}
