import { readdirSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { calls } from "../../../preload/contract.ts";
import errorTexts from "../../../preload/messages/en/errors.json" with { type: "json" };
import { BACKENDS } from "./backends.ts";

/** Lines of the log that go along, the newest ones. */
const MAX_LOG_LINES = 5_000;
/** Events beside the codes of errors. */
const EVENTS: ReadonlySet<string> = new Set(["started", "ended", "weak-key-store-accepted"]);
/** Kinds of errors and names of system errors. */
const KIND =
  /^(?:Error|TypeError|RangeError|SyntaxError|SqliteError|AppError)(?: ((?:SQLITE|ERR)_[A-Z_]{2,39}|E[A-Z]+))?$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const VERSION_NUMBER = /^\d{1,3}\.\d{1,3}\.\d{1,3}(-(alpha|beta|rc)\.\d{1,3})?$/;
/** What is larger is no count of ours; it may be a telephone or a card number. */
const MOST = 99_999_999;

/** What a line of the log may say, by name: everything else is left out, whatever wrote it. */
const LOG_FACTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  at: matches(TIME),
  level: oneOf("info", "error"),
  event: (value) =>
    typeof value === "string" && (EVENTS.has(value) || Object.hasOwn(errorTexts, value)),
  call: (value) =>
    typeof value === "string" && (Object.hasOwn(calls, value) || value === "unknown"),
  kind: isKind,
  host: oneOf("electron", "browser", "cli"),
  version: matches(VERSION_NUMBER),
  backend: (value) => BACKENDS.has(String(value)),
  importId: isCount,
  batchId: isCount,
  count: isCount,
};

/** The newest lines of the log, as far as they are facts of a kind that is known. */
export function logLines(dir: string): readonly object[] {
  const files = readdirSync(dir)
    .filter((name) => /^loyalty-importer\.log(\.\d)?$/.test(name))
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
  const facts = Object.entries(entry).filter(
    ([name, value]) => Object.hasOwn(LOG_FACTS, name) && LOG_FACTS[name]?.(value) === true,
  );
  return [Object.fromEntries(facts)];
}

function isKind(value: unknown): boolean {
  const [kind, code = ""] = KIND.exec(String(value)) ?? [];
  return kind !== undefined && (!code.startsWith("E") || isSystemCode(code));
}

function isSystemCode(code: string): boolean {
  return code.startsWith("ERR_") || Object.hasOwn(constants.errno, code);
}

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === "string" && pattern.test(value);
}

function oneOf(...values: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === "string" && values.includes(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST;
}
