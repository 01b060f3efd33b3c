import { Tabs } from "@mantine/core";
import { IconEyeOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { sheetsIn } from "../../../preload/lists/list-row.ts";
import type { FileReading } from "../../../preload/types.ts";
import { useFormat } from "../../kit/text/use-format.ts";

/** Stands in the place of a sheet's index for the tab of several sheets read as one list. */
const JOINED = -1;

export interface SheetsProps {
  readonly reading: FileReading;
  readonly onSheet: (sheet: string) => void;
  /** The rows of the sheet that is read. */
  readonly children: ReactNode;
}

/** The sheets of a workbook as tabs; several that are read as one list have one of their own. */
export function Sheets({ reading: { sheets, sheet }, onSheet, children }: SheetsProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const at = sheets.findIndex(({ name }) => name === sheet);
  // Names hold blanks, which ids may not: tabs go by their places.
  const choose = (place: string | null) => {
    const chosen = sheets[Number(place ?? JOINED)];
    if (chosen !== undefined) onSheet(chosen.name);
  };
  return (
    <Tabs value={String(at)} onChange={choose} keepMounted={false} activateTabWithKeyboard={false}>
      <Tabs.List mb="sm" aria-label={t("file.sheets")}>
        {at === JOINED && (
          <Tabs.Tab value={String(JOINED)}>
            {t("file.joined", { count: sheetsIn(sheet).length })}
          </Tabs.Tab>
        )}
        {sheets.map(({ name, hidden, rows }, place) => (
          <Tabs.Tab
            key={name}
            value={String(place)}
            rightSection={hidden ? <IconEyeOff size="1rem" aria-hidden /> : null}
          >
            {name}
            {hidden && ` (${t("file.hidden")})`}
            {rows !== null && ` · ${format.number(rows)}`}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={String(at)}>{children}</Tabs.Panel>
    </Tabs>
  );
}
