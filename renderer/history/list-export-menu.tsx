import { useTranslation } from "react-i18next";
import { TABLE_FORMATS } from "../../preload/choices.ts";
import type { CallInput } from "../../preload/contract.ts";
import { SaveMenu } from "../components/save-menu.tsx";
import { saveFile } from "../kit/save-file.tsx";
import { useAction } from "../query/use-action.ts";

export interface ListExportMenuProps {
  readonly list: CallInput<"history.exportList">["list"];
}

/** Saves a list of the history, all pages of it, as it is searched for now. */
export function ListExportMenu({ list }: ListExportMenuProps) {
  const { t } = useTranslation("history");
  const exporting = useAction("history.exportList", { onSuccess: saveFile });
  return (
    <SaveMenu
      label={t("export.list")}
      busy={exporting.isPending}
      groups={[
        {
          key: "all",
          items: TABLE_FORMATS.map((format) => ({
            key: format,
            label: t(`export.format.${format}`),
            save: () => exporting.mutate({ list, format }),
          })),
        },
      ]}
    />
  );
}
