import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { assertNever } from "../../../preload/assert-never.ts";
import type { Draft } from "../../../preload/types.ts";
import { getBridge } from "../../host/bridge.ts";
import { CallError, callMain, unwrap } from "../../query/call.ts";
import { storeResult } from "../../query/store-result.ts";
import type { HandedOver } from "./handed-over.ts";

export interface OpenFile {
  open(file: File): void;
  /** What was dropped or pasted: a list is opened, anything else answered with what to do. */
  take(what: HandedOver): void;
  openSample(): void;
  readonly busy: boolean;
  readonly error: Error | null;
}

type Wanted = HandedOver | { readonly kind: "sample" };

/** Hands a file over, makes a draft of it and opens the draft's first step. */
export function useOpenFile(): OpenFile {
  const { t } = useTranslation("import");
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (wanted: Wanted) => makeDraft(wanted, t),
    onSuccess: (draft) => {
      storeResult(client, "drafts.create", draft);
      navigate(`/import/${draft.id}/${draft.step}`);
    },
  });
  const take = useCallback(
    (what: HandedOver) => {
      navigate("/import");
      mutate(what);
    },
    [mutate, navigate],
  );
  return {
    take,
    open: useCallback((file: File) => take({ kind: "file", file }), [take]),
    openSample: () => mutate({ kind: "sample" }),
    busy: isPending,
    error,
  };
}

async function makeDraft(wanted: Wanted, t: TFunction<"import">): Promise<Draft> {
  switch (wanted.kind) {
    case "sample":
      loadSteps();
      return callMain("drafts.createSample", {});
    case "file":
      return draftOf(wanted.file);
    case "table":
      return draftOf(new File([wanted.text], `${t("start.pasted")}.tsv`));
    case "several":
      throw refusal("several-files", t("start.several", { count: wanted.count }));
    case "folder":
      throw refusal("file-is-folder", t("errors:file-is-folder", { name: wanted.name }));
    case "media":
      throw refusal("file-not-a-list", t("errors:file-not-a-list", { name: wanted.name }));
    default:
      return assertNever(wanted);
  }
}

/** Loads the steps while a list is chosen or looked at. Where that fails, their screen says so itself. */
export function loadSteps(): void {
  import("../wizard-page.tsx").catch(() => undefined);
}

async function draftOf(file: File): Promise<Draft> {
  loadSteps();
  const { fileId } = unwrap(await getBridge().acceptFile(file));
  return callMain("drafts.create", { fileId });
}

/** Refused before the main process heard of it. */
function refusal(code: string, message: string): CallError {
  return new CallError({ code: `window-${code}`, params: {}, message, retry: false });
}
