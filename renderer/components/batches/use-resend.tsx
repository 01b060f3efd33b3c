import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import type { AmountSum } from "../../../preload/types.ts";
import { useAction } from "../../query/use-action.ts";
import { Twice } from "./twice.tsx";

export interface Resend {
  /** Sends the batch again, or asks first where that would do something twice. */
  readonly press: () => void;
  readonly busy: boolean;
  /** The question; to stand with the button. */
  readonly question: ReactNode;
}

/** The one way of sending a batch again. */
export function useResend(batchId: number, onSent?: () => void): Resend {
  const [asking, ask] = useDisclosure(false);
  const [amounts, setAmounts] = useState<AmountSum>({ rows: 0, sum: "0" });
  const send = useAction("queue.resolve", {
    onSuccess: () => {
      ask.close();
      onSent?.();
    },
  });
  const twice = useAction("batches.twice", {
    onSuccess(found) {
      if (found === null) {
        send.mutate({ batchId, as: "resend" });
        return;
      }
      setAmounts(found);
      ask.open();
    },
  });
  return {
    press: () => twice.mutate({ batchId }),
    busy: twice.isPending || send.isPending,
    question: (
      <Twice
        opened={asking}
        busy={send.isPending}
        amounts={amounts}
        onConfirm={() => send.mutate({ batchId, as: "resend", confirmSum: amounts.sum })}
        onClose={ask.close}
      />
    ),
  };
}
