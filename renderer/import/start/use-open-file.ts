import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useLocation } from "wouter";
import type { Draft } from "../../../preload/types.ts";
import { getBridge } from "../../bridge.ts";
import { callMain, unwrap } from "../../query/call.ts";
import { storeResult } from "../../query/store-result.ts";

export interface OpenFile {
  open(file: File): void;
  openSample(): void;
  readonly busy: boolean;
  readonly error: Error | null;
}

type Wanted = { readonly kind: "file"; readonly file: File } | { readonly kind: "sample" };

/** Hands a file over, makes a draft of it and opens the draft's first step. */
export function useOpenFile(): OpenFile {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const mutation = useMutation({
    mutationFn: makeDraft,
    onSuccess: (draft) => {
      storeResult(client, "drafts.create", draft);
      navigate(`/import/${draft.id}/${draft.step}`);
    },
  });
  const { mutate } = mutation;
  const open = useCallback(
    (file: File) => {
      navigate("/import");
      mutate({ kind: "file", file });
    },
    [mutate, navigate],
  );
  return {
    open,
    openSample: () => mutate({ kind: "sample" }),
    busy: mutation.isPending,
    error: mutation.error,
  };
}

async function makeDraft(wanted: Wanted): Promise<Draft> {
  if (wanted.kind === "sample") return callMain("drafts.createSample", {});
  const { fileId } = unwrap(await getBridge().acceptFile(wanted.file));
  return callMain("drafts.create", { fileId });
}
