import { useTranslation } from "react-i18next";
import { TABLE_FORMATS } from "../../../preload/choices.ts";
import { SaveMenu } from "../../components/save-menu.tsx";
import { saveFile } from "../../kit/save-file.tsx";
import { useAction } from "../../query/use-action.ts";

const WHAT = ["all", "rejected", "invalid", "left-out", "generated"] as const;

/** Saves rows of an import as a spreadsheet or text file. */
export function ExportMenu({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("history");
  const exporting = useAction("history.export", { onSuccess: saveFile });
  return (
    <SaveMenu
      label={t("export.button")}
      busy={exporting.isPending}
      groups={TABLE_FORMATS.map((format) => ({
        key: format,
        title: t(`export.format.${format}`),
        items: WHAT.map((what) => ({
          key: what,
          label: t(`export.what.${what}`),
          save: () => exporting.mutate({ importId, what, format }),
        })),
      }))}
    />
  );
}
