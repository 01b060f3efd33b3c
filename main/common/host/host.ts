import type { AppEvent, SavedFile } from "../../../preload/types.ts";
import type { Entry } from "./entries.ts";
import type { Transport } from "./transport.ts";

export interface Unwrapped {
  readonly key: Uint8Array;
  /** The store has another key than the one this was wrapped by: it should be wrapped again. */
  readonly stale: boolean;
}

/** Wraps the data key. `wrap` and `unwrap` reject where the store is locked or another's. */
export interface SecretStore {
  readonly kind: "system" | "weak" | "key-file";
  /** What stands behind it, to be named to the user: "keychain", "dpapi", "gnome_libsecret", ... */
  readonly backend: string;
  wrap(key: Uint8Array): Promise<Buffer>;
  unwrap(wrapped: Uint8Array): Promise<Unwrapped>;
}

/** A process of our own that does heavy work; messages are plain data. */
export interface WorkerProcess {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, also after a crash; `code` is null where a signal ended it. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
  /** Whether this process may not end before that one; it may not where this is not there. */
  hold?(isNeeded: boolean): void;
}

/** What differs between Electron, the loopback browser host and the command line. */
export interface Host {
  readonly kind: "electron" | "browser" | "cli";
  readonly secrets: SecretStore;
  readonly transport: Transport;
  /** Starts an entry of this program in a process of its own. */
  fork(entry: Entry, options: { readonly maxMemoryMb: number }): WorkerProcess;
  /** Gives a finished temporary file to the user and removes it. */
  saveFile(path: string, fileName: string): Promise<SavedFile>;
  notify(title: string, body: string): void;
  openFolder(path: string): Promise<void>;
  emit(event: AppEvent): void;
}
