import { useTranslation } from "react-i18next";
import type { QueuedBatch } from "../../preload/types.ts";
import { useTexts } from "../kit/text/use-texts.ts";
import { useCall } from "../query/use-call.ts";
import { useOnline } from "../query/use-online.ts";
import { type Around, heldBy, whyNotGone } from "./why.ts";

function useAround(): Around {
  const { paused = false } = useCall("queue.summary", {}).data ?? {};
  const connections = useCall("connections.list", {}).data ?? [];
  return { paused, online: useOnline(), connections };
}

/** What holds a batch back until a person goes on, in one sentence; null where nothing does. */
export function useHeld(): (batch: QueuedBatch) => string | null {
  const { t } = useTranslation("queue");
  const around = useAround();
  return (batch) => {
    const key = heldBy(batch, around);
    return key === null ? null : t(key, { name: batch.connectionName });
  };
}

/** Why a batch of the queue has not gone out, and until when, in one sentence. */
export function useWhy(): (batch: QueuedBatch) => string {
  const { t } = useTranslation("queue");
  const texts = useTexts();
  const around = useAround();
  return (batch) =>
    batch.reason === null
      ? t(whyNotGone(batch, around), { name: batch.connectionName })
      : texts.error(batch.reason);
}
