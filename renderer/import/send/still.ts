import type { BatchSummary, Connection, ImportDetail } from "../../../preload/types.ts";

/** Why nothing of an import goes out now. */
export type Still =
  | { readonly kind: "rejected" | "paused" | "all-paused" | "offline" }
  | { readonly kind: "connection"; readonly connection: Connection }
  | { readonly kind: "waiting"; readonly batch: BatchSummary; readonly nextTry: number };

/** Of several reasons the first that a person has to clear away; null while its rows go out. */
export function whyStill(
  { hold, batches }: Pick<ImportDetail, "hold" | "batches">,
  around: {
    readonly paused: boolean;
    readonly online: boolean;
    readonly connection: Connection | undefined;
  },
): Still | null {
  const { paused, online, connection } = around;
  if (hold !== null) return { kind: hold };
  if (connection !== undefined && connection.hold !== null) {
    return { kind: "connection", connection };
  }
  if (paused) return { kind: "all-paused" };
  if (batches.some(({ state }) => state === "sending")) return null;
  // The practice server is on this computer and needs no network.
  if (!online && connection?.kind !== "practice") return { kind: "offline" };
  const batch = batches.find(({ state }) => state === "waiting");
  if (batch?.nextTry == null) return null;
  return { kind: "waiting", batch, nextTry: batch.nextTry };
}
