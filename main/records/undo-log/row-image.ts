import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import type { Direction } from "./direction.ts";

/**
 * Tables whose rows can be put back, with what stays as it is then, whatever happened since, and
 * what is kept apart from the rest of the row.
 */
const TABLES = {
  connections: { key: "id", loose: ["hold", "updated_at"], apart: ["sealed_key"] },
  mappings: { key: "id", loose: ["used_at"], apart: [] },
} as const;

export type ImagedTable = keyof typeof TABLES;

type Cell = string | number | null | { readonly base64: string };
/** A cell as the database has it. */
type Stored = string | number | null | Buffer;
type Row = Readonly<Record<string, Cell>>;

/** A row before and after a change, by its key; null where it was not there. */
export interface RowImage {
  readonly table: ImagedTable;
  readonly key: number;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** A row as it is now, without what is kept apart; sealed columns stay sealed. */
export function readImage(db: Database, table: ImagedTable, key: number): Row | null {
  const row = statement<[number], Readonly<Record<string, Stored>>>(
    db,
    `SELECT * FROM ${table} WHERE ${TABLES[table].key} = ?`,
  ).get(key);
  if (row === undefined) return null;
  const apart: readonly string[] = TABLES[table].apart;
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !apart.includes(name))
      .map(([name, value]) => [
        name,
        Buffer.isBuffer(value) ? { base64: value.toString("base64") } : value,
      ]),
  );
}

/**
 * Inside a transaction: puts the row back as it was before (or after) the change.
 * @throws AppError "undo-log-changed" where it was changed again since
 */
export function applyRowImage(db: Database, image: RowImage, direction: Direction): void {
  const [from, to] =
    direction === "undo" ? [image.after, image.before] : [image.before, image.after];
  const { table, key } = image;
  const now = readImage(db, table, key);
  if (fixedPart(table, now) !== fixedPart(table, from)) throw new AppError("undo-log-changed");
  try {
    write(db, image, to);
  } catch (cause) {
    // A constraint failed: another row has taken the name meanwhile.
    if (cause instanceof Error && "code" in cause && /CONSTRAINT/.test(String(cause.code))) {
      throw new AppError("undo-log-changed", { cause });
    }
    throw cause;
  }
}

function write(db: Database, { table, key }: RowImage, to: Row | null): void {
  const id = TABLES[table].key;
  if (to === null) {
    statement<[number]>(db, `DELETE FROM ${table} WHERE ${id} = ?`).run(key);
    return;
  }
  const names = Object.keys(to);
  const loose: readonly string[] = [id, ...TABLES[table].loose];
  const values = Object.fromEntries(names.map((name) => [name, bound(to[name] ?? null)]));
  statement<Readonly<Record<string, Stored>>>(
    db,
    `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((n) => `:${n}`).join(", ")})
     ON CONFLICT (${id}) DO UPDATE SET ${names
       .filter((name) => !loose.includes(name))
       .map((name) => `${name} = excluded.${name}`)
       .join(", ")}`,
  ).run(values);
}

function bound(cell: Cell): Stored {
  return typeof cell === "object" && cell !== null ? Buffer.from(cell.base64, "base64") : cell;
}

/** The columns that must not have changed since, as one text to compare. */
function fixedPart(table: ImagedTable, row: Row | null): string {
  const loose: readonly string[] = TABLES[table].loose;
  return JSON.stringify(row, (name, value: unknown) => (loose.includes(name) ? undefined : value));
}
