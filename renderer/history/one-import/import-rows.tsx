import { Group, Select, Stack } from "@mantine/core";
import { IconInfoCircle, IconTableOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { IMPORT_ROW_FILTERS, type ImportRowFilter } from "../../../preload/choices.ts";
import type { ImportRow, ImportRows } from "../../../preload/types.ts";
import { Loaded } from "../../kit/loaded.tsx";
import { Empty } from "../../kit/messages/empty.tsx";
import { Note } from "../../kit/messages/note.tsx";
import { StateBadge } from "../../kit/state/state-badge.tsx";
import { Pager } from "../../kit/table/pager.tsx";
import { Quiet, Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import { useCall } from "../../query/use-call.ts";

const LIMIT = 100;

export interface ImportRowsTabProps {
  readonly importId: number;
  readonly kind: ImportRowFilter;
}

/** The rows of an import by what happened to them. */
export function ImportRowsTab({ importId, kind }: ImportRowsTabProps) {
  const [place, setPlace] = useState({ kind, offset: 0 });
  // Another kind begins at its first page.
  const offset = place.kind === kind ? place.offset : 0;
  const input = { importId, filter: kind, offset, limit: LIMIT };
  const query = useCall("history.rows", input, { keep: true });
  return (
    <Loaded query={query}>
      {(page) => (
        <Stack gap="sm">
          <KindOfRows importId={importId} kind={kind} counts={page.counts} />
          <Remarks kind={kind} page={page} />
          {page.total > 0 && <RowTable importId={importId} page={page} />}
          <Pager
            offset={offset}
            limit={LIMIT}
            total={page.total}
            onOffset={(next) => setPlace({ kind, offset: next })}
          />
        </Stack>
      )}
    </Loaded>
  );
}

interface KindOfRowsProps extends ImportRowsTabProps {
  readonly counts: ImportRows["counts"];
}

function KindOfRows({ importId, kind, counts }: KindOfRowsProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const [, navigate] = useLocation();
  const shown = IMPORT_ROW_FILTERS.filter(
    (one) => one === kind || one === "all" || counts[one] > 0,
  );
  return (
    <Group>
      <Select
        size="sm"
        w="20rem"
        maw="100%"
        aria-label={t("rows.show")}
        allowDeselect={false}
        data={shown.map((value) => ({
          value,
          label: t("rows.counted", {
            kind: t(`rows.kind.${value}`),
            number: format.number(counts[value]),
          }),
        }))}
        value={kind}
        onChange={(value: string | null) =>
          value !== null && navigate(`/history/${importId}/rows/${value}`, { replace: true })
        }
      />
    </Group>
  );
}

/** What there is to say about these rows as a whole: none, or some were deleted. */
function Remarks({ kind, page }: { readonly kind: ImportRowFilter; readonly page: ImportRows }) {
  const { t } = useTranslation("history");
  if (page.removed === 0 && page.total === 0) {
    return (
      <Empty
        icon={<IconTableOff aria-hidden />}
        title={t("rows.none.title")}
        text={t("rows.none.text")}
      />
    );
  }
  return (
    <>
      {page.removed > 0 && (
        <Note tone="neutral" icon={<IconInfoCircle aria-hidden />}>
          {t("rows.removed", { count: page.removed })}
        </Note>
      )}
      {kind === "accepted" && page.total > 0 && <Quiet>{t("rows.newOrUpdated")}</Quiet>}
    </>
  );
}

interface RowTableProps {
  readonly importId: number;
  readonly page: ImportRows;
}

function RowTable({ importId, page }: RowTableProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const texts = useTexts();
  return (
    <Table
      wide
      label={t("tab.rows")}
      items={page.items}
      keyOf={(one) => `${one.batchId ?? ""}/${one.row}`}
      columns={[
        {
          key: "row",
          head: t("column.row"),
          number: true,
          cell: ({ row, batchId }) =>
            batchId === null ? (
              format.row(row, page.sheet)
            ) : (
              <Link href={`/history/${importId}/batches/${batchId}`} title={t("rows.batch")}>
                {format.row(row, page.sheet)}
              </Link>
            ),
        },
        { key: "what", head: t("rows.what"), cell: (one) => <WhatHappened row={one} /> },
        ...page.fields.map((field, index) => ({
          key: field,
          head: texts.field(field),
          cell: (one: ImportRow) => one.values[index] ?? "",
        })),
      ]}
    />
  );
}

function WhatHappened({ row }: { readonly row: ImportRow }) {
  const texts = useTexts();
  return (
    <>
      <StateBadge state={row.standing} />
      {row.reason !== null && <Quiet>{texts.error(row.reason)}</Quiet>}
      {row.problems.map((one) => (
        <Quiet key={`${one.column ?? ""}/${one.code}`}>{texts.problem(one)}</Quiet>
      ))}
    </>
  );
}
