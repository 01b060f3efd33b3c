import type { Answer } from "../../preload/errors.ts";
import type { QueueSummary } from "../../preload/types.ts";
import type { Host } from "../common/host/host.ts";

/** The main-process services as the hosts see them: they carry calls in and answers out. */
export interface App {
  /** Checks name and input by the contract, never rejects: every failure is an answer. */
  answer(name: string, input: unknown): Promise<Answer<unknown>>;
  /**
   * Makes a file of this computer known and gives the id that `drafts.create` takes. The caller
   * vouches that the user chose the file.
   */
  registerFile(path: string): string;
  /** The last one known where the data cannot be read just now. */
  queueSummary(): QueueSummary;
  /** The network may be there again: what waits for it is tried at once. */
  networkBack(): void;
  /** The computer falls asleep: no request is begun until it is awake. */
  fallAsleep(): void;
  close(): Promise<void>;
}

/** Opens the data folder and builds the services on a host. */
export type CreateApp = (host: Host, options: { readonly dataDir: string }) => Promise<App>;
