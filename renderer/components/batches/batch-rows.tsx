import { useTranslation } from "react-i18next";
import type { BatchDetail } from "../../../preload/types.ts";
import { Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import styles from "./batch-rows.module.css";

export interface BatchRowsProps {
  readonly label: string;
  readonly fields: BatchDetail["fields"];
  readonly rows: BatchDetail["rowsSent"];
  readonly sheet: string;
}

/** Rows of a batch, one column a field. */
export function BatchRows({ label, fields, rows, sheet }: BatchRowsProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const texts = useTexts();
  return (
    <Table
      label={label}
      items={rows}
      keyOf={(one) => one.row}
      columns={[
        {
          key: "row",
          head: t("column.row"),
          number: true,
          cell: (one) => format.row(one.row, sheet),
        },
        ...fields.map((field, index) => ({
          key: field,
          head: texts.field(field),
          cell: (one: BatchDetail["rowsSent"][number]) => (
            <span className={styles.line}>{one.values[index] ?? ""}</span>
          ),
        })),
      ]}
    />
  );
}
