import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import type { Resending } from "../../../preload/types.ts";
import { useAction } from "../../query/use-action.ts";
import { AskResend } from "./ask-resend.tsx";

export interface Resend {
  /** Sends the batch again, or asks first where that does more than it did then. */
  readonly press: () => void;
  readonly busy: boolean;
  /** The question; to stand with the button. */
  readonly question: ReactNode;
}

/** The one way of sending a batch again. */
export function useResend(batchId: number, onSent?: () => void): Resend {
  const [asking, ask] = useDisclosure(false);
  const [resending, setResending] = useState<Resending>({ twice: null, newer: 0 });
  const send = useAction("queue.resolve", {
    onSuccess: () => {
      ask.close();
      onSent?.();
    },
  });
  const look = useAction("batches.resending", {
    onSuccess(found) {
      if (found.twice === null && found.newer === 0) {
        send.mutate({ batchId, as: "resend" });
        return;
      }
      setResending(found);
      ask.open();
    },
  });
  const confirmed = resending.twice === null ? {} : { confirmSum: resending.twice.sum };
  return {
    press: () => look.mutate({ batchId }),
    busy: look.isPending || send.isPending,
    question: (
      <AskResend
        opened={asking}
        busy={send.isPending}
        resending={resending}
        onConfirm={() => send.mutate({ batchId, as: "resend", ...confirmed })}
        onClose={ask.close}
      />
    ),
  };
}
