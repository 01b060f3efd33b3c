import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Quiet } from "../kit/table/table.tsx";
import { useSave } from "../kit/use-save.ts";
import { useAction } from "../query/use-action.ts";

/** A report for support, saved as a file. */
export function SupportReport() {
  const { t } = useTranslation("settings");
  const save = useSave();
  const bundle = useAction("app.supportBundle", { onSuccess: save });
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
