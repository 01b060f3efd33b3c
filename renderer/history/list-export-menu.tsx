import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CallInput } from "../../preload/contract.ts";
import { useSave } from "../kit/use-save.ts";
import { useAction } from "../query/use-action.ts";

const FORMATS = ["xlsx", "csv"] as const;

export interface ListExportMenuProps {
  readonly list: CallInput<"history.exportList">["list"];
}

/** Saves a list of the history, all pages of it, as it is searched for now. */
export function ListExportMenu({ list }: ListExportMenuProps) {
  const { t } = useTranslation("history");
  const save = useSave();
  const exporting = useAction("history.exportList", { onSuccess: save });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={exporting.isPending}
          leftSection={<IconDownload size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
        >
          {t("export.list")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => exporting.mutate({ list, format })}>
            {t(`export.format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
