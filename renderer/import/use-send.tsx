import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import type { AddedAgain, Draft } from "../../preload/types.ts";
import { refresh } from "../query/store-result.ts";
import { useAction } from "../query/use-action.ts";
import { BeforeSending } from "./before-sending.tsx";

export interface UseSendOptions {
  /** The person has confirmed before that "yes" empties fields. */
  readonly overwriteConfirmed?: boolean;
  readonly onError?: (error: Error) => void;
}

export interface Send {
  /** Sends so many rows from the first on, null for all; asks before, where there is a need. */
  readonly press: (rows: number | null) => void;
  readonly busy: boolean;
  /** The dialog that asks before sending; the component with the button renders it. */
  readonly question: ReactNode;
}

const NOTHING: AddedAgain = { before: { rows: 0, sum: "0" }, inList: { rows: 0, sum: "0" } };

/** The one way of sending a list: what cannot be taken back is asked once before. */
export function useSend(
  draft: Pick<Draft, "id" | "options" | "mapping" | "emptied"> | undefined,
  toSend: number,
  { overwriteConfirmed = false, onError }: UseSendOptions = {},
): Send {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [asking, ask] = useDisclosure(false);
  const [chosen, choose] = useState<{
    readonly rows: number | null;
    readonly added: AddedAgain;
  }>({ rows: null, added: NOTHING });
  const send = useAction("drafts.send", {
    onSuccess: ({ importId }) => navigate(`/import/sent/${importId}`),
    ...(onError === undefined ? {} : { onError }),
  });
  const ofTrial = (rows: number | null) => (rows === null ? {} : { trialRows: rows });
  const overwrites = draft?.options.duplicates === "yes";
  const asksToEmpty = overwrites && !overwriteConfirmed;
  const post = (rows: number | null, { before, inList }: AddedAgain) =>
    send.mutate({
      draftId: draft?.id ?? 0,
      confirmOverwrite: overwrites,
      confirmAdded: { before: before.sum, inList: inList.sum },
      ...ofTrial(rows),
    });
  const next = (rows: number | null, added: AddedAgain) => {
    choose({ rows, added });
    if (asksToEmpty || added.before.rows + added.inList.rows > 0) ask.open();
    else post(rows, added);
  };
  const look = useAction("drafts.addedAgain", {
    onSuccess: (added, { trialRows }) => next(trialRows ?? null, added),
    onError(error) {
      onError?.(error);
      refresh(client, "drafts.get");
    },
  });
  return {
    press(rows) {
      if (draft === undefined) return;
      const adds = draft.mapping.some(({ field }) => field === "auto_add");
      if (adds) look.mutate({ draftId: draft.id, ...ofTrial(rows) });
      else next(rows, NOTHING);
    },
    busy: look.isPending || send.isPending,
    question: (
      <BeforeSending
        opened={asking}
        emptied={asksToEmpty ? (draft?.emptied ?? []) : null}
        added={chosen.added}
        rows={chosen.rows ?? toSend}
        busy={send.isPending}
        onConfirm={() => post(chosen.rows, chosen.added)}
        onClose={ask.close}
      />
    ),
  };
}
