import type { ParentPort as ElectronPort } from "electron";
import { endOnFault } from "./faults.ts";
import type { Host } from "./host.ts";
import { forkByRelay } from "./relay.ts";

/** The other end of `WorkerProcess`, inside an entry that `Host.fork` started. */
export interface ParentPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Starts another entry where this process cannot do it by itself; else null. */
  readonly fork: Host["fork"] | null;
}

/**
 * The channel to the process that started this one: Electron's where it is a utility process,
 * else Node's. When the parent is gone, the process ends.
 */
export function openParentPort(): ParentPort {
  const port = findParentPort();
  endOnFault(port.post);
  return port;
}

function findParentPort(): ParentPort {
  const { parentPort: electron } = process as { readonly parentPort?: ElectronPort };
  if (electron !== undefined) {
    const post = (message: unknown): void => electron.postMessage(message);
    const onMessage = (listener: (message: unknown) => void): void =>
      void electron.on("message", (event) => listener(event.data));
    return { post, onMessage, fork: forkByRelay(post, onMessage) };
  }
  process.once("disconnect", () => process.exit());
  return {
    post: (message) => void process.send?.(message, undefined, undefined, () => undefined),
    onMessage: (listener) => void process.on("message", (message) => listener(message)),
    fork: null,
  };
}
