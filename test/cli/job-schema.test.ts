import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { runHere } from "./cli.ts";

const ID = "1106069098931231";
/** Values of each key, some that the program takes and some that it refuses by themselves. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  $schema: ["./import-job.schema.json", 7],
  profile: ["Practice", " Practice ", "", "  ", 7, null],
  sheet: ["list", "", 1],
  headerRow: [1, 1.0, "1", -1, 1.5, 2_000_000],
  delimiter: ["comma", ";", ""],
  linedUp: [false, "no"],
  decodeBack: [false, 0],
  map: [
    ...[{ Code: "code" }, { Code: ["code", "card_number"] }, { Code: "custom_field_3" }],
    ...[{}, [], { Code: "cod" }, { Code: [] }, { "": "code" }, { " ": "code" }, { Code: 1 }],
  ],
  where: [["City is Bern"], [], "City is Bern", [""], [1]],
  dateFormat: [
    ...[{}, { custom_date: "DD/MM/YYYY" }, { custom_date: "d.m.yy" }, { custom_date: "yyyymmdd" }],
    ...[{ custom_date: "soon" }, { custom_date: "" }, { first_name: "DD/MM/YYYY" }],
  ],
  swapDates: [true, "true"],
  keepDates: [true, 1],
  amountFormat: ["comma", "point", "dot"],
  campaigns: [[ID], [ID, "12"], [], [ID, ID], ["a b"], ["a,b"], [12], ID],
  duplicates: ["update", "ignore", "yes", "maybe"],
  confirmOverwrite: [true, "yes"],
  repeats: ["first", "keep-all", "keep-first"],
  repeatsEmail: ["last", ""],
  repeatsPhone: ["last", "keep-last"],
  generateCardNumbers: [8, 3, 33, "8"],
  noUndo: [true, false, "yes"],
  batchRows: [1, 10_000, 0, 10_001, "5"],
  output: ["json", "xml", "jsonp", "csv"],
  skipInvalid: [true, null],
  keepRows: [false, {}],
  onlyChanged: [true, "x"],
  queueOnly: [true, "x"],
  campaign: [[ID]],
  apiKey: ["secret"],
};

const JOBS: readonly object[] = [
  ...Object.entries(VALUES).flatMap(([key, values]) => values.map((value) => ({ [key]: value }))),
  { map: { Code: "code" }, mapping: "Till" },
  { delimiter: "comma", linedUp: true },
  { delimiter: "comma", linedUp: false },
  { duplicates: "yes", confirmOverwrite: true },
  { duplicates: "yes", confirmOverwrite: false },
  { profile: undefined },
];

const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(ROOT, "docs/import-job.schema.json"), "utf8")) as object,
);
test("the shipped schema takes the jobs that the program takes, and refuses those that it refuses", async () => {
  const folder = tempDir();
  const dataDir = tempDir();
  writeFileSync(join(folder, "list.csv"), "Code,First name,City,Born\n1,Ana,Bern,13/01/1990\n");
  const path = join(folder, "job.json");
  const words = ["import", "--job", path, "--dry-run", "--data-dir", dataDir];
  const otherwise: unknown[] = [];
  const taken = new Set<boolean>();
  for (const part of JOBS) {
    const text = JSON.stringify({ profile: "Practice", file: "list.csv", ...part });
    writeFileSync(path, text);
    const { status, err } = await runHere(words);
    const isTaken = status !== 2;
    taken.add(isTaken);
    if (validate(JSON.parse(text)) !== isTaken) otherwise.push({ part, status, err });
  }
  expect(otherwise).toEqual([]);
  expect(taken.size).toBe(2);
});
