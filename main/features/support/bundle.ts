import { arch, platform, release, totalmem } from "node:os";
import Sqlite from "better-sqlite3";
import { appCalls } from "../../../preload/contract/app.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import { VERSION } from "../../common/version.ts";
import { migrate } from "../../records/database/migrate.ts";
import { countByState } from "../../records/imports/queue/batch-outcomes.ts";
import { readSettings } from "../../records/settings.ts";
import { BACKENDS } from "./backends.ts";
import { logLines } from "./log-facts.ts";

const CONNECTIONS = ["api", "practice"];
const HOLDS = ["paused", "credentials"];
const STATES = [
  ...["queued", "waiting", "sending", "accepted"],
  ...["rejected", "uncertain", "cancelled"],
];

/**
 * What support needs to know of an installation. Nothing is copied: each part is made of what it
 * may hold by its kind (counts, codes, choices of a list), so that no customer data, no secret, no
 * name, address or path can be in it.
 */
export function supportBundle(
  db: Database,
  about: {
    readonly logDir: string;
    readonly host: string;
    readonly protection: { readonly kind: string; readonly backend: string };
  },
): object {
  const { electron, chrome, node, v8 } = process.versions;
  const { kind, backend } = about.protection;
  return {
    madeAt: new Date().toISOString(),
    program: { version: VERSION, host: about.host },
    versions: { electron, chrome, node, v8, sqlite: pluck(db, "SELECT sqlite_version()") },
    system: {
      platform: platform(),
      release: numbersOf(release()),
      arch: arch(),
      memory: totalmem(),
    },
    // A key file's backend is its path, with the account's name in it.
    protection: { kind, backend: kind === "key-file" ? "file" : oneOf([...BACKENDS], backend) },
    settings: settings(db),
    database: database(db),
    connections: {
      kinds: countsOf(connectionsBy(db, "kind"), CONNECTIONS),
      holds: countsOf(connectionsBy(db, "hold"), HOLDS),
    },
    queue: countsOf(countByState(db), STATES),
    log: logLines(about.logDir),
  };
}

/** A system that somebody has built may carry a name behind its numbers. */
function numbersOf(release: string): string {
  return /^[\d.]*/.exec(release)?.[0] ?? "";
}

/** Each setting, where it is one that can be set. */
function settings(db: Database): object {
  const all = readSettings(db);
  return Object.fromEntries(
    Object.entries(appCalls["settings.set"].input.shape).map(([name, kind]) => {
      const { data } = kind.safeParse(all[name as keyof typeof all]);
      return [name, data ?? null];
    }),
  );
}

/**
 * The schema is told as this program makes it, and whether the one that is there is the same: what
 * somebody has written into a database by other means does not come along.
 */
function database(db: Database): object {
  const own = ownSchema();
  const there = new Map(schemaOf(db).map(({ name, sql }) => [name, sql]));
  const different = own.filter(({ name, sql }) => there.get(name) !== sql);
  const tables = own.filter(({ type, name }) => type === "table" && there.has(name));
  return {
    schemaVersion: Number(db.pragma("user_version", { simple: true })),
    pages: Number(db.pragma("page_count", { simple: true })),
    pageBytes: Number(db.pragma("page_size", { simple: true })),
    journal: String(db.pragma("journal_mode", { simple: true })),
    check: db.pragma("quick_check(1)", { simple: true }) === "ok",
    rows: Object.fromEntries(
      tables.map(({ name }) => [name, pluck(db, `SELECT count(*) FROM "${name}"`)]),
    ),
    schema: own.map(({ sql }) => sql),
    different: different.map(({ name }) => name),
    unknown: there.size - own.length + own.filter(({ name }) => !there.has(name)).length,
  };
}

interface SchemaPart {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

function schemaOf(db: Database): readonly SchemaPart[] {
  return db
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all() as readonly SchemaPart[];
}

function ownSchema(): readonly SchemaPart[] {
  const db = new Sqlite(":memory:");
  try {
    migrate(db);
    return schemaOf(db);
  } finally {
    db.close();
  }
}

function connectionsBy(
  db: Database,
  by: "kind" | "hold",
): readonly { readonly name: string | null; readonly count: number }[] {
  return statement<[], { name: string | null; count: number }>(
    db,
    `SELECT ${by} AS name, count(*) AS count FROM connections GROUP BY ${by}`,
  ).all();
}

/** How many rows have each of the values that are known; all others together. */
function countsOf(
  rows: readonly { readonly name: string | null; readonly count: number }[],
  known: readonly string[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, count } of rows) {
    const said = name === null ? "none" : oneOf(known, name);
    counts[said] = (counts[said] ?? 0) + count;
  }
  return counts;
}

function oneOf(known: readonly string[], value: string): string {
  return known.includes(value) ? value : "other";
}

function pluck(db: Database, sql: string): unknown {
  return db.prepare(sql).pluck().get();
}
