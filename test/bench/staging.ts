import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale } from "../../main/entries/start/build.ts";
import { ROOT } from "../../main/entries/start/root.ts";
import { generateCsv, generateXlsx } from "./lists/generate.ts";
import { type Measured, measured, median, ratio, timeAndPeak } from "./measured.ts";
import { fetchReaders } from "./readers/fetched-readers.ts";

/**
 * The whole way of a list by the built program itself (`import FILE --queue-only` into a new data
 * folder): from its start to every batch durable in the queue. Beside it other readers, which only
 * read the file. Every run is a process of its own, measured from outside.
 * `node test/bench/staging.ts [--rows 10000,100000] [--runs 3]`.
 */
const FOLDER = join(tmpdir(), "loyalty-importer-bench");
const CLI = join(ROOT, "out", "main", "cli.js");
const OTHER = join(import.meta.dirname, "readers/other-reader.js");
/** Beyond this readers that hold a whole workbook take minutes or give up. */
const MAX_OTHER_ROWS = 100_000;

const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const sizes = option("rows", "10000,100000").split(",").map(Number);
const runs = Number(option("runs", "3"));

const FETCHED = ["hucre", "exceljs", "read-excel-file", "papaparse", "csv-parse"];
const EXCEL = ["sheetjs-dense", "sheetjs-plain", "hucre", "exceljs", "read-excel-file"];
/** Readers with a column of their own. */
const BESIDE = new Set(["sheetjs-dense", "sheetjs-plain", "hucre"]);
const TEXT = ["sheetjs-dense", "sheetjs-plain", "papaparse", "csv-parse"];
const LISTS = [
  {
    name: "xlsx, shared strings",
    file: "shared.xlsx",
    others: EXCEL,
    write: (path: string, rows: number) => generateXlsx(path, rows, "shared"),
  },
  {
    name: "xlsx, inline strings",
    file: "inline.xlsx",
    others: EXCEL,
    write: (path: string, rows: number) => generateXlsx(path, rows, "inline"),
  },
  { name: "csv", file: "list.csv", others: TEXT, write: generateCsv },
] as const;

/** A data folder with one connection, to be copied for every run. */
function emptyDataFolder(): string {
  const dir = join(mkdtempSync(join(tmpdir(), "loyalty-importer-")), "data");
  const { status } = spawnSync(
    process.execPath,
    [
      ...[CLI, "profile", "add", "Bench", "--url", "https://api.example", "--user", "u"],
      ...["--account", "a", "--key-env", "BENCH_KEY", "--data-dir", dir],
    ],
    { env: { ...process.env, BENCH_KEY: "k" }, stdio: ["ignore", "ignore", "inherit"] },
  );
  if (status !== 0) throw new Error("the data folder could not be made");
  return dir;
}

function importOnce(template: string, path: string, rows: number): Measured {
  const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-"));
  cpSync(template, dir, { recursive: true });
  try {
    const run = measured([
      ...[CLI, "import", path, "--profile", "Bench", "--campaign", "1"],
      ...["--queue-only", "--json", "--data-dir", dir],
    ]);
    const told = JSON.parse(run?.output ?? "null") as {
      readonly rows: { readonly valid: number };
      readonly batches: { readonly queued: number };
    } | null;
    if (
      run === null ||
      told?.rows.valid !== rows ||
      told.batches.queued !== Math.ceil(rows / 500)
    ) {
      throw new Error(`not every row of ${path} was queued`);
    }
    return run;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

mkdirSync(FOLDER, { recursive: true });
await buildIfStale();
const readers = fetchReaders(FOLDER);
if (readers === null) process.stderr.write("The readers beside it are not to be had here.\n");
else process.env.BENCH_READERS = readers;
const template = emptyDataFolder();
const times = new Map<string, number>();
process.stdout.write(
  `Opening to queued, 12 columns, whole processes, medians of ${runs} paired runs\n\n` +
    "| file | rows | opening to queued | SheetJS dense reads | ratio | SheetJS plain reads | ratio | hucre streams | ratio | others read |\n" +
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
);
for (const rows of sizes) {
  for (const { name, file, others, write } of LISTS) {
    const path = join(FOLDER, `${rows}-${file}`);
    if (!existsSync(path)) {
      await write(`${path}.part`, rows);
      renameSync(`${path}.part`, path);
    }
    const ours: Measured[] = [];
    const theirs = new Map<string, (Measured | null)[]>();
    for (let run = 0; run < runs; run += 1) {
      ours.push(importOnce(template, path, rows));
      for (const other of others) {
        if (readers === null && FETCHED.includes(other)) continue;
        if (rows > MAX_OTHER_ROWS && !["papaparse", "csv-parse"].includes(other)) continue;
        const found = theirs.get(other) ?? [];
        theirs.set(other, [...found, measured([OTHER, other, path])]);
      }
    }
    times.set(`${rows} ${name}`, median(ours.map((run) => run.ms)));
    const dense = theirs.get("sheetjs-dense") ?? [];
    const plain = theirs.get("sheetjs-plain") ?? [];
    const hucre = theirs.get("hucre") ?? [];
    const rest = others
      .filter((other) => !BESIDE.has(other))
      .map((other) => `${other} ${timeAndPeak(theirs.get(other) ?? [])}`);
    const cells = [
      ...[name, rows, timeAndPeak(ours), timeAndPeak(dense), ratio(ours, dense)],
      ...[timeAndPeak(plain), ratio(ours, plain), timeAndPeak(hucre), ratio(ours, hucre)],
      rest.join("; "),
    ];
    process.stdout.write(`| ${cells.join(" | ")} |\n`);
  }
}
for (const { name } of LISTS) {
  const [small, large] = [times.get(`100000 ${name}`), times.get(`1000000 ${name}`)];
  if (small === undefined || large === undefined) continue;
  process.stdout.write(`\n${name}: 1,000,000 rows take ${(large / small).toFixed(1)} × 100,000\n`);
}
rmSync(join(template, ".."), { recursive: true });
