import type { ParentPort as ElectronPort } from "electron";

/** The other end of `WorkerProcess`, inside an entry that `Host.fork` started. */
export interface ParentPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/**
 * The channel to the process that started this one: Electron's where it is a utility process,
 * else Node's. When the parent is gone, the process ends.
 */
export function openParentPort(): ParentPort {
  const { parentPort: electron } = process as { readonly parentPort?: ElectronPort };
  if (electron !== undefined) {
    return {
      post: (message) => electron.postMessage(message),
      onMessage: (listener) => void electron.on("message", (event) => listener(event.data)),
    };
  }
  process.once("disconnect", () => process.exit());
  return {
    post: (message) => void process.send?.(message, undefined, undefined, () => undefined),
    onMessage: (listener) => void process.on("message", (message) => listener(message)),
  };
}
