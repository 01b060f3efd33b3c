import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconDownload } from "@tabler/icons-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useSave } from "../kit/use-save.ts";
import { useAction } from "../query/use-action.ts";

const WHAT = ["all", "rejected", "invalid", "generated"] as const;
const FORMATS = ["xlsx", "csv"] as const;

/** Saves rows of an import as a spreadsheet or text file. */
export function ExportMenu({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("history");
  const save = useSave();
  const exporting = useAction("history.export", { onSuccess: save });
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          loading={exporting.isPending}
          leftSection={<IconDownload size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
        >
          {t("export.button")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Fragment key={format}>
            <Menu.Label>{t(`export.format.${format}`)}</Menu.Label>
            {WHAT.map((what) => (
              <Menu.Item key={what} onClick={() => exporting.mutate({ importId, what, format })}>
                {t(`export.what.${what}`)}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
