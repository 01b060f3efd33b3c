import { Button, FileButton } from "@mantine/core";
import { IconRepeat } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { LIST_FILES } from "../../components/list-files.ts";
import { useFileAction } from "../../query/use-file-action.ts";

/** Another list with the columns and options of this import. */
export function ImportAgain({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("history");
  const [, navigate] = useLocation();
  const again = useFileAction("history.importAgain", (fileId) => ({ importId, fileId }), {
    onSuccess: (draft) => navigate(`/import/${draft.id}/${draft.step}`),
  });
  return (
    <FileButton
      accept={LIST_FILES}
      onChange={(file: File | null) => file !== null && again.mutate(file)}
    >
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
