import type { Connection, QueuedBatch } from "../../preload/types.ts";

/** What else decides whether a batch of the queue can go out. */
export interface Around {
  readonly paused: boolean;
  readonly online: boolean;
  readonly connections: readonly Pick<Connection, "id" | "hold">[];
}

type Told = Pick<QueuedBatch, "state" | "hold" | "connectionId">;

/** The key of the sentence about what holds a batch back until a person goes on; null: nothing. */
export function heldBy(
  batch: Told,
  { paused, connections }: Omit<Around, "online">,
): string | null {
  if (batch.state === "sending") return null;
  if (batch.hold !== null) return `why.${batch.hold}`;
  const held = connections.some(({ id, hold }) => id === batch.connectionId && hold !== null);
  if (held) return "why.connection";
  return paused ? "why.allPaused" : null;
}

/** The key of the sentence about why a batch that met no trouble has not gone out. */
export function whyNotGone(batch: Told, around: Around): string {
  if (batch.state === "sending") return "why.sending";
  return heldBy(batch, around) ?? (around.online ? "why.turn" : "why.offline");
}
