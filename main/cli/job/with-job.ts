import { parseArgs } from "node:util";
import { IMPORT_OPTIONS } from "../words/import-words.ts";
import type { Job } from "./schema.ts";

/**
 * The words of an `import` with those of its job before them, so that what was typed goes before. The
 * values of an option that may be repeated are taken from one place, not from both.
 * @throws AppError as readJob
 */
export async function withJob(args: readonly string[]): Promise<readonly string[]> {
  // Loosely: what is wrong with the words is told when they are read.
  const { values, positionals } = parseArgs({
    args: [...args],
    options: IMPORT_OPTIONS,
    allowPositionals: true,
    strict: false,
  });
  const { job: path } = values;
  if (typeof path !== "string" || path === "") return args;
  const { readJob } = await import("./read-job.ts");
  const job = await readJob(path);
  const typed = new Set(Object.keys(values));
  const over = new Set([...typed, ...EXCLUDING.filter((pair) => pair.some(is(typed))).flat()]);
  const words = wordsOf(job).filter((word) => !over.has(word.slice(2).split("=")[0] ?? ""));
  const file = job.file === undefined || positionals.length > 0 ? [] : [job.file];
  return [...file, ...words, ...args];
}

/** Options of which only one can hold: the one that is typed takes the other's place. */
const EXCLUDING: readonly (readonly string[])[] = [
  ["map", "mapping"],
  ["dry-run", "queue-only"],
  ["delimiter", "lined-up"],
  ["password-env", "password-stdin"],
];

function is(typed: ReadonlySet<string>): (option: string) => boolean {
  return (option) => typed.has(option);
}

/** A job as the command line spells it: `--batch-rows=500`. */
export function wordsOf(job: Job): readonly string[] {
  const { $schema: _, file: __, map = {}, campaigns = [], dateFormat = {}, ...plain } = job;
  return [
    ...Object.entries(plain).flatMap(([key, value]) => {
      const name = `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      if (value === undefined || value === false) return [];
      if (Array.isArray(value)) return value.map((each) => `${name}=${each}`);
      return value === true ? [name] : [`${name}=${value}`];
    }),
    ...Object.entries(map).flatMap(([header, fields]) =>
      [fields].flat().map((field) => `--map=${header}=${field}`),
    ),
    ...campaigns.map((each) => `--campaign=${each}`),
    ...Object.entries(dateFormat).map(([field, format]) => `--date-format=${field}=${format}`),
  ];
}
