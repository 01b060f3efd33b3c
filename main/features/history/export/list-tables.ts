import { rowName } from "../../../../preload/lists/list-row.ts";
import type { ChangeKind, ImportSummary } from "../../../../preload/types.ts";
import { localTime } from "../../../common/local-time.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { fieldCells, fieldHeaders } from "../../../common/tables/columns.ts";
import type { Cell, Table } from "../../../common/tables/table.ts";
import { t } from "../../../common/text.ts";
import type { CustomerQuery } from "../../../records/customers/find-customer.ts";
import { type HistoryQuery, listImports } from "../../../records/imports/history/list-imports.ts";
import { readSetup } from "../../../records/imports/import-record.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { type ComparedImports, comparedRows, compareImports } from "../compare.ts";
import { customerStory } from "../customer-story.ts";

const PAGE = 500;

/** Every import that a search finds, as the list shows them. */
export function importsTable(db: Database, query: Omit<HistoryQuery, "offset" | "limit">): Table {
  const word = (name: string) => t(`words:export.list.${name}`);
  return {
    sheetName: word("imports"),
    header: ["import", "file", "started", "connection", "state", "rows", "new", "updated"].map(
      word,
    ),
    notes: [],
    rows: pages((offset) =>
      listImports(db, { ...query, offset, limit: PAGE }).items.map((each) => [
        String(each.id),
        each.fileName,
        localTime(each.startedAt),
        each.connectionName,
        stateWords(each),
        String(each.counts.rows),
        String(each.counts.customersNew),
        String(each.counts.customersUpdated),
      ]),
    ),
  };
}

/** A customer's story, one line a field and import. Secret values are left empty. */
export function customerTable(db: Database, vault: Vault, query: CustomerQuery): Table {
  const word = (name: string) => t(`words:export.list.${name}`);
  return {
    sheetName: word("customer"),
    header: ["import", "file", "started", "state", "row", "field", "value", "before"].map(word),
    notes: [],
    rows: pages((offset) => {
      const { items } = customerStory(db, vault, { ...query, offset, limit: PAGE });
      return items.flatMap((each) =>
        each.fields.map(({ field, value, before }) => {
          const cells = fieldCells([field]);
          return [
            String(each.importId),
            each.fileName,
            localTime(each.startedAt),
            t(`words:states.${each.standing}`),
            String(rowName(each.row, each.sheet)),
            field,
            ...cells([value]),
            ...cells([before ?? ""]),
          ];
        }),
      );
    }),
  };
}

/** The rows of one kind of change between two imports: values now, then values before. */
export function comparedTable(
  db: Database,
  vault: Vault,
  about: ComparedImports & { readonly change: ChangeKind },
): Table {
  const { fields } = compareImports(db, vault, about);
  const cells = fieldCells(fields);
  const clean = (values: readonly string[] | null) =>
    cells(fields.map((_, at) => values?.[at] ?? ""));
  const { sheet } = readSetup(db, about.importId);
  const { sheet: sheetBefore } = readSetup(db, about.beforeId);
  const before = (header: string) => t("words:export.list.earlier", { field: header });
  const { items } = comparedRows(db, vault, {
    ...about,
    offset: 0,
    limit: Number.MAX_SAFE_INTEGER,
  });
  return {
    sheetName: t(`words:compare.${about.change}`),
    header: [
      t("words:export.row"),
      ...fieldHeaders(fields),
      before(t("words:export.row")),
      ...fieldHeaders(fields).map(before),
    ],
    notes: [],
    rows: [
      items.map(({ row, values, rowBefore, valuesBefore }) => [
        row === null ? "" : String(rowName(row, sheet)),
        ...clean(values),
        rowBefore === null ? "" : String(rowName(rowBefore, sheetBefore)),
        ...clean(valuesBefore),
      ]),
    ],
  };
}

/** Page after page until one is empty. */
function* pages(
  read: (offset: number) => readonly (readonly Cell[])[],
): Generator<readonly (readonly Cell[])[]> {
  for (let offset = 0; ; offset += PAGE) {
    const lines = read(offset);
    if (lines.length === 0) return;
    yield lines;
  }
}

function stateWords({ standing, undone }: ImportSummary): string {
  const state = t(`words:states.${standing}`);
  return undone === null ? state : `${state}; ${t(`words:undo.undone.${undone}`)}`;
}
