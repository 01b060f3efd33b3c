import type { Bridge } from "../../../preload/bridge.ts";

/** One host with the real services on a fresh data folder, seen as its window sees it. */
export interface OpenedWindow {
  readonly bridge: Bridge;
  readonly dataDir: string;
  /** A file of this computer, as the window gets it when the user drops it. */
  drop(path: string): File;
  /** What was saved for the user, as text, however the host does that. */
  saved(downloadPath: string | null): Promise<string>;
  close(): Promise<void>;
}
