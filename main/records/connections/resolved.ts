import type { ConnectionSettings } from "../../../preload/types.ts";
import type { Server } from "./server.ts";

/** A connection with everything a request needs; stays in memory, never logged, never stored. */
export interface ResolvedConnection {
  readonly url: string;
  /** What requests over it go to, whatever port a practice server listens on. */
  readonly server: Server;
  readonly userId: string;
  readonly apiKey: string;
  readonly accountId: string;
  readonly settings: ConnectionSettings;
}

/**
 * Resolves a connection at the moment of use.
 * @throws AppError not-found | connection-without-key | connection-key-elsewhere | practice-not-started
 */
export type ConnectionResolver = (connectionId: number) => Promise<ResolvedConnection>;
