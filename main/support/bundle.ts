import { readdirSync, readFileSync } from "node:fs";
import { arch, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { calls } from "../../preload/contract.ts";
import errorTexts from "../../preload/messages/en/errors.json" with { type: "json" };
import type { Database } from "../database/open.ts";
import { readSettings } from "../settings.ts";
import { VERSION } from "../version.ts";

/** Lines of the log that go along, the newest ones. */
const MAX_LOG_LINES = 5_000;
/** Events beside the codes of errors. */
const EVENTS: ReadonlySet<string> = new Set(["started", "ended", "weak-protection-agreed"]);
const BACKENDS: ReadonlySet<string> = new Set([
  ...["keychain", "dpapi", "basic_text", "unknown"],
  ...["gnome_libsecret", "kwallet", "kwallet5", "kwallet6"],
]);
/** Kinds of errors and names of system errors. */
const SYSTEM_CODE =
  /^(Error|TypeError|RangeError|SyntaxError|SqliteError|AppError)( (E[A-Z]{2,14}|(SQLITE|ERR)_[A-Z_]{2,39}))?$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const VERSION_NUMBER = /^\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/;

/** What a line of the log may say, by name: everything else is left out, whatever wrote it. */
const LOG_FACTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  at: matches(TIME),
  level: oneOf("info", "error"),
  event: (value) => typeof value === "string" && (EVENTS.has(value) || value in errorTexts),
  call: (value) => typeof value === "string" && (value in calls || value === "unknown"),
  kind: matches(SYSTEM_CODE),
  host: oneOf("electron", "browser", "cli"),
  version: matches(VERSION_NUMBER),
  backend: (value) => BACKENDS.has(String(value)),
  importId: isCount,
  batchId: isCount,
  count: isCount,
};

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
  const { language, formats, theme, retentionDays, batchRows } = readSettings(db);
  const { kind, backend } = about.protection;
  return {
    madeAt: new Date().toISOString(),
    program: { version: VERSION, host: about.host },
    versions: { electron, chrome, node, v8, sqlite: pluck(db, "SELECT sqlite_version()") },
    system: { platform: platform(), release: release(), arch: arch(), memory: totalmem() },
    // A key file's backend is its path, with the account's name in it.
    protection: { kind, backend: BACKENDS.has(backend) ? backend : "file" },
    settings: { language, formats, theme, retentionDays, batchRows },
    database: database(db),
    connections: connections(db),
    queue: countsBy(db, "batches", "state"),
    log: logLines(about.logDir),
  };
}

function database(db: Database): object {
  const tables = db
    .prepare(
      `SELECT name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all() as readonly { readonly name: string; readonly sql: string }[];
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as readonly string[];
  return {
    schemaVersion: Number(db.pragma("user_version", { simple: true })),
    pages: Number(db.pragma("page_count", { simple: true })),
    pageBytes: Number(db.pragma("page_size", { simple: true })),
    journal: String(db.pragma("journal_mode", { simple: true })),
    check: db.pragma("quick_check(1)", { simple: true }) === "ok",
    rows: Object.fromEntries(
      names.map((name) => [name, pluck(db, `SELECT count(*) FROM "${name}"`)]),
    ),
    schema: tables.map(({ sql }) => sql),
  };
}

function connections(db: Database): object {
  return {
    kinds: countsBy(db, "connections", "kind"),
    holds: countsBy(db, "connections", "hold"),
  };
}

/** Only for columns whose values a CHECK of the schema lists. */
function countsBy(db: Database, table: string, column: string): object {
  const rows = db
    .prepare(`SELECT ${column} AS name, count(*) AS count FROM ${table} GROUP BY ${column}`)
    .all() as readonly { readonly name: string | null; readonly count: number }[];
  return Object.fromEntries(rows.map(({ name, count }) => [name ?? "none", count]));
}

function logLines(dir: string): readonly object[] {
  const files = readdirSync(dir)
    .filter((name) => /\.log(\.\d)?$/.test(name))
    .sort()
    .reverse();
  return files
    .flatMap((name) => readFileSync(join(dir, name), "utf8").split("\n"))
    .slice(-MAX_LOG_LINES)
    .flatMap(factsOf);
}

function factsOf(line: string): readonly object[] {
  if (line === "") return [];
  let entry: unknown;
  try {
    entry = JSON.parse(line);
  } catch {
    // A line cut short by a power failure: that it was there is all that is told.
    return [{ event: "unreadable-line" }];
  }
  if (typeof entry !== "object" || entry === null) return [{ event: "unreadable-line" }];
  const facts = Object.entries(entry).filter(([name, value]) => LOG_FACTS[name]?.(value) === true);
  return [Object.fromEntries(facts)];
}

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === "string" && pattern.test(value);
}

function oneOf(...values: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === "string" && values.includes(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function pluck(db: Database, sql: string): unknown {
  return db.prepare(sql).pluck().get();
}
