import { Button, FileButton } from "@mantine/core";
import { IconRepeat } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { getBridge } from "../bridge.ts";
import { useShowError } from "../kit/show-error.tsx";
import { callMain, unwrap } from "../query/call.ts";
import { storeResult } from "../query/store-result.ts";

/** Another list with the columns and options of this import. */
export function ImportAgain({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("history");
  const client = useQueryClient();
  const showError = useShowError();
  const [, navigate] = useLocation();
  const again = useMutation({
    mutationFn: async (file: File) => {
      const { fileId } = unwrap(await getBridge().acceptFile(file));
      return callMain("history.importAgain", { importId, fileId });
    },
    onSuccess: (draft) => {
      storeResult(client, "history.importAgain", draft);
      navigate(`/import/${draft.id}/${draft.step}`);
    },
    onError: showError,
  });
  return (
    <FileButton onChange={(file: File | null) => file !== null && again.mutate(file)}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          title={t("againHelp")}
          loading={again.isPending}
          leftSection={<IconRepeat size="1rem" aria-hidden />}
        >
          {t("again")}
        </Button>
      )}
    </FileButton>
  );
}
