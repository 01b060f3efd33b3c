import { Stack } from "@mantine/core";
import { IconEqual } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../preload/fields.ts";
import type { ComparedRow } from "../../../preload/types.ts";
import { Loaded } from "../../kit/loaded.tsx";
import { Empty } from "../../kit/messages/empty.tsx";
import { Pager } from "../../kit/table/pager.tsx";
import { Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import { useCall } from "../../query/use-call.ts";
import styles from "./compare.module.css";
import type { ComparisonProps, Shown } from "./shown.ts";

const LIMIT = 50;

export interface ComparedTableProps extends ComparisonProps {
  readonly change: Shown;
  readonly fields: readonly FieldName[];
}

/** The rows of one kind of change; of changed ones, the earlier value below the new one. */
export function ComparedTable({ importId, beforeId, change, fields }: ComparedTableProps) {
  const { t } = useTranslation("history");
  const texts = useTexts();
  const format = useFormat();
  const [offset, setOffset] = useState(0);
  const query = useCall(
    "history.comparedRows",
    { importId, beforeId, change, offset, limit: LIMIT },
    { keep: true },
  );
  return (
    <Loaded query={query}>
      {(page) =>
        page.total === 0 ? (
          <Empty
            icon={<IconEqual aria-hidden />}
            title={t(`compare.no.${change}`)}
            text={t("compare.noText")}
          />
        ) : (
          <Stack gap="sm">
            <Table
              wide
              label={t(`words:compare.${change}`)}
              items={page.items}
              keyOf={(one) => `${one.row ?? ""}/${one.rowBefore ?? ""}`}
              columns={[
                {
                  key: "row",
                  head: t("column.row"),
                  number: true,
                  cell: (one) => format.row(one.row ?? one.rowBefore ?? 0, one.sheet),
                },
                ...fields.map((field, index) => ({
                  key: field,
                  head: texts.field(field),
                  cell: (one: ComparedRow) => <Value row={one} index={index} />,
                })),
              ]}
            />
            <Pager offset={offset} limit={LIMIT} total={page.total} onOffset={setOffset} />
          </Stack>
        )
      }
    </Loaded>
  );
}

function Value({ row, index }: { readonly row: ComparedRow; readonly index: number }) {
  const { t } = useTranslation("history");
  const now = row.values?.[index];
  const before = row.valuesBefore?.[index];
  if (now === undefined || before === undefined) {
    return <span className={styles.value}>{now ?? before ?? ""}</span>;
  }
  if (now === before) return <span className={styles.same}>{now}</span>;
  return (
    <>
      <ins className={styles.now}>{now === "" ? t("blank") : now}</ins>
      <del className={styles.before}>{before === "" ? t("blank") : before}</del>
    </>
  );
}
