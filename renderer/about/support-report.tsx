import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { saveFile } from "../kit/save-file.tsx";
import { Quiet } from "../kit/table/table.tsx";
import { useAction } from "../query/use-action.ts";

/** A report for support, saved as a file. */
export function SupportReport() {
  const { t } = useTranslation("settings");
  const bundle = useAction("app.supportBundle", { onSuccess: saveFile });
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        loading={bundle.isPending}
        onClick={() => bundle.mutate({})}
      >
        {t("bundle")}
      </Button>
      <Quiet>{t("bundleHelp")}</Quiet>
    </div>
  );
}
