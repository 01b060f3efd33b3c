import { useTranslation } from "react-i18next";
import type { QueuedBatch } from "../../preload/types.ts";
import { useTexts } from "../kit/text/use-texts.ts";
import { useCall } from "../query/use-call.ts";
import { useOnline } from "../query/use-online.ts";

/** What holds a batch back until a person goes on, in one sentence; null where nothing does. */
export function useHeld(): (batch: QueuedBatch) => string | null {
  const { t } = useTranslation("queue");
  const { paused = false } = useCall("queue.summary", {}).data ?? {};
  const connections = useCall("connections.list", {}).data ?? [];
  return (batch) => {
    if (batch.state === "sending") return null;
    if (batch.hold !== null) return t(`why.${batch.hold}`);
    const held = connections.some(({ id, hold }) => id === batch.connectionId && hold !== null);
    if (held) return t("why.connection", { name: batch.connectionName });
    return paused ? t("why.allPaused") : null;
  };
}

/** Why a batch of the queue has not gone out, and until when, in one sentence. */
export function useWhy(): (batch: QueuedBatch) => string {
  const { t } = useTranslation("queue");
  const texts = useTexts();
  const online = useOnline();
  const heldBy = useHeld();
  return (batch) => {
    if (batch.reason !== null) return texts.error(batch.reason);
    if (batch.state === "sending") return t("why.sending");
    return heldBy(batch) ?? t(online ? "why.turn" : "why.offline");
  };
}
