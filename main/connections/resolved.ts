import type { ConnectionSettings } from "../../preload/types.ts";

/** A connection with everything a request needs; stays in memory, never logged, never stored. */
export interface ResolvedConnection {
  readonly url: string;
  readonly userId: string;
  readonly apiKey: string;
  readonly accountId: string;
  readonly settings: ConnectionSettings;
}

/**
 * Resolves a connection at the moment of use.
 * @throws AppError not-found | connection-without-key | practice-not-started
 */
export type ConnectionResolver = (connectionId: number) => Promise<ResolvedConnection>;
