import { useTranslation } from "react-i18next";
import type { BackupContents } from "../../../preload/types.ts";
import { Table } from "../../kit/table/table.tsx";
import { type Format, useFormat } from "../../kit/text/use-format.ts";

type Part = "connections" | "mappings" | "drafts" | "waiting" | "imports" | "lastImportAt";

const PARTS: readonly Part[] = [
  "connections",
  "mappings",
  "drafts",
  "waiting",
  "imports",
  "lastImportAt",
];

export interface ContentsTableProps {
  readonly backup: BackupContents;
  readonly now: BackupContents;
}

/** What a backup holds, beside what it would replace. */
export function ContentsTable({ backup, now }: ContentsTableProps) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const side = (name: "backup" | "now", contents: BackupContents) => ({
    key: name,
    head: t(`restore.in.${name}`),
    number: true,
    cell: (part: Part) => say(contents, part, format, t("restore.noImport")),
  });
  return (
    <Table
      label={t("restore.compared")}
      items={PARTS}
      keyOf={(part) => part}
      columns={[
        {
          key: t("restore.part"),
          head: "",
          names: true,
          cell: (part) => t(`restore.parts.${part}`),
        },
        side("backup", backup),
        side("now", now),
      ]}
    />
  );
}

function say(contents: BackupContents, part: Part, format: Format, none: string): string {
  switch (part) {
    case "connections":
      return format.number(contents.connections.length);
    case "lastImportAt":
      return contents.lastImportAt === null ? none : format.exact(contents.lastImportAt);
    case "mappings":
    case "drafts":
    case "waiting":
    case "imports":
      return format.number(contents[part]);
  }
}
