import type { MappedRow } from "../../../main/common/rows.ts";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { enqueueImport, type ImportSpec } from "../../../main/pipeline/delivery/enqueue/enqueue.ts";
import { PRACTICE_CAMPAIGNS } from "../../../main/practice/account.ts";
import type { ResolvedConnection } from "../../../main/records/connections/resolved.ts";
import type { Vault } from "../../../main/records/vault/vault.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import type { FieldName } from "../../../preload/fields.ts";
import type { ConnectionSettings, ImportOptions } from "../../../preload/types.ts";

/** Lists for the queue, usable outside the test runner as well. */
export interface List {
  readonly fields?: readonly FieldName[];
  readonly rows: readonly (readonly string[])[];
  readonly batchRows?: number;
  readonly options?: Partial<ImportOptions>;
  readonly output?: "json" | "xml" | "jsonp";
  readonly settings?: Partial<ConnectionSettings>;
  readonly address?: string;
  readonly accountId?: string;
}

/** What a server lets in with. */
export interface Reached {
  readonly url: string;
  readonly credentials: {
    readonly userId: string;
    readonly apiKey: string;
    readonly accountId: string;
  };
}

/** Where the connections of these tests lead to, by their own words. */
const ADDRESS = "https://api.example.com/";

export function addConnection(db: Database, name = "Store"): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO connections
         (name, kind, url, user_id, account_id, settings, created_at, updated_at)
       VALUES (?, 'api', '${ADDRESS}', 'u', 'practicestore', ?, 0, 0)`,
    )
    .run(name, JSON.stringify(DEFAULT_CONNECTION_SETTINGS));
  return Number(lastInsertRowid);
}

export function resolvedTo(
  { url, credentials }: Reached,
  settings: Partial<ConnectionSettings> = {},
  accountId: string = credentials.accountId,
): ResolvedConnection {
  return {
    ...{ url, ...credentials },
    server: { address: ADDRESS, accountId },
    settings: { ...DEFAULT_CONNECTION_SETTINGS, ...settings },
  };
}

export function putList(db: Database, vault: Vault, connectionId: number, list: List): number {
  const spec = specOf(connectionId, list);
  const rows = list.rows.map((values, index): MappedRow => ({ row: index + 2, values }));
  return enqueueImport(db, vault, spec, [rows]).importId;
}

export function specOf(connectionId: number, list: List): ImportSpec {
  const { fields = ["code", "first_name"], rows } = list;
  const count = rows.length;
  return {
    fileName: "list.xlsx",
    sheet: "Sheet1",
    headerRow: 1,
    columns: fields.map((header, index) => ({ index, header })),
    mapping: fields.map((field, index) => ({ field, columns: [index], transforms: [] })),
    options: {
      connectionId,
      campaigns: PRACTICE_CAMPAIGNS.slice(0, 1).map(({ id }) => id),
      duplicates: "update",
      generateCardNumbers: null,
      keepUndoState: true,
      repeatedRows: "keep-all",
      ...list.options,
    },
    output: list.output ?? "json",
    checked: { total: count, valid: count, invalid: 0, warnings: 0, leftOut: 0, toSend: count },
    connection: {
      id: connectionId,
      name: "Store",
      address: list.address ?? ADDRESS,
      accountId: list.accountId ?? "practicestore",
      settings: { ...DEFAULT_CONNECTION_SETTINGS, ...list.settings },
    },
    ...(list.batchRows === undefined ? {} : { batchRows: list.batchRows }),
  };
}

/** `count` rows of a code and a name, codes from `from`. */
export function customers(count: number, from = 1): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, index) => [`C${from + index}`, `Name ${from + index}`]);
}
