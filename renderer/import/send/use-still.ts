import type { BatchSummary, Connection, ImportDetail } from "../../../preload/types.ts";
import { useCall } from "../../query/use-call.ts";
import { useOnline } from "../../query/use-online.ts";

/** Why nothing of an import goes out now. */
export type Still =
  | { readonly kind: "rejected" | "paused" | "all-paused" | "offline" }
  | { readonly kind: "connection"; readonly connection: Connection }
  | { readonly kind: "waiting"; readonly batch: BatchSummary; readonly nextTry: number };

/** null while its rows go out, or have their turn soon. */
export function useStill(detail: ImportDetail | undefined): Still | null {
  const { paused = false } = useCall("queue.summary", {}).data ?? {};
  const connections = useCall("connections.list", {}).data;
  const online = useOnline();
  if (detail === undefined || detail.counts.open === 0) return null;
  const connection = connections?.find(({ id }) => id === detail.connectionId);
  return whyStill(detail, { paused, online, connection });
}

function whyStill(
  { hold, batches }: ImportDetail,
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
  // The practice server is on this computer.
  if (!online && connection?.kind !== "practice") return { kind: "offline" };
  const batch = batches.find(({ state }) => state === "waiting");
  if (batch?.nextTry == null) return null;
  return { kind: "waiting", batch, nextTry: batch.nextTry };
}
