import type { ImportDetail } from "../../../preload/types.ts";
import { useCall } from "../../query/use-call.ts";
import { useOnline } from "../../query/use-online.ts";
import { type Still, whyStill } from "./still.ts";

/** null while its rows go out, or have their turn soon. */
export function useStill(detail: ImportDetail | undefined): Still | null {
  const { paused = false } = useCall("queue.summary", {}).data ?? {};
  const connections = useCall("connections.list", {}).data;
  const online = useOnline();
  if (detail === undefined || detail.counts.open === 0) return null;
  const connection = connections?.find(({ id }) => id === detail.connectionId);
  return whyStill(detail, { paused, online, connection });
}
