import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { jobSchemaText } from "../../main/cli/job/schema.ts";
import { wordsOf } from "../../main/cli/job/with-job.ts";
import { parseImport } from "../../main/cli/words/import-words.ts";
import { nearest } from "../../main/cli/words/nearest.ts";
import { speak } from "../../main/common/text.ts";
import { ROOT } from "../../main/entries/start/root.ts";
import { openDatabase } from "../../main/records/database/open.ts";
import { changeSettings } from "../../main/records/settings.ts";
import { POINTS, practiceServer } from "../helpers/practice.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { cli, customersCsv, runHere } from "./cli.ts";

test("the schema that is shipped is the one that jobs are checked by", () => {
  const shipped = readFileSync(join(ROOT, "docs/import-job.schema.json"), "utf8");
  expect(JSON.parse(shipped)).toEqual(JSON.parse(jobSchemaText()));
});

test("each key of a job is an option of import", () => {
  const words = wordsOf({
    profile: "Store",
    sheet: "A",
    headerRow: 0,
    encoding: "utf-8",
    delimiter: "tab",
    linedUp: false,
    decodeBack: true,
    map: { "A=B": ["code", "card_number"] },
    where: ["A is b"],
    dateFormat: { custom_date: "DD/MM/YYYY" },
    swapDates: true,
    dateZone: "Europe/Berlin",
    keepDates: true,
    amountFormat: "comma",
    campaigns: ["1", "2"],
    duplicates: "yes",
    confirmOverwrite: true,
    repeats: "last",
    repeatsEmail: "first",
    repeatsPhone: "keep-all",
    generateCardNumbers: 8,
    noUndo: true,
    batchRows: 10,
    output: "xml",
    skipInvalid: true,
    keepRows: true,
    onlyChanged: true,
    queueOnly: false,
    passwordEnv: "VAR",
  });
  const parsed = parseImport(["list.csv", ...words]);
  expect(parsed).toMatchObject({
    profile: "Store",
    map: ["A=B=code", "A=B=card_number"],
    campaign: ["1", "2"],
    "batch-rows": "10",
    choice: { delimiter: "\t", headerRow: 0, swapDates: true },
  });
  expect(parsed["queue-only"]).toBeUndefined();
});

test("a job imports its list from its own folder, and what is typed goes before it", async () => {
  const server = await practiceServer();
  const { json, connect, list } = cli();
  await connect(server);
  const folder = dirname(list("list.csv", customersCsv(3)));
  const job = join(folder, "nightly.json");
  const text = { profile: "Store", file: "list.csv", campaigns: [POINTS], batchRows: 1 };
  writeFileSync(job, `\ufeff${JSON.stringify(text)}`);
  const first = await json(["import", "--job", job]);
  expect([first.status, first.document.batches.accepted]).toEqual([0, 3]);
  const second = await json(["import", "--job", job, "--batch-rows", "500"]);
  expect([second.status, second.document.batches.accepted]).toEqual([0, 1]);
});

test.each([
  [{ profil: "Store" }, ['"profil"', '"profile"']],
  [{ profile: "Store", nonsense: 1 }, ["nonsense", "skipInvalid"]],
  [{ profile: "Store", batchRows: "many" }, ["batchRows"]],
  [{ profile: "Store", map: { Code: 7 } }, ["map.Code"]],
  [{}, ["profile"]],
  [{ profile: "Store", campaigns: [POINTS] }, ["file"]],
])("the job %j is refused by a line that names the key", async (job, named) => {
  const path = join(tempDir(), "job.json");
  writeFileSync(path, JSON.stringify(job));
  const { status, err } = await runHere(["import", "--job", path, "--data-dir", tempDir()]);
  expect(status).toBe(2);
  for (const each of named) expect(err).toContain(each);
});

/** The checking library's own words, which are English. */
const FOREIGN = /Invalid|expected|received|Too (?:big|small)|Unexpected|position|Unrecognized/;

test("what is wrong with a job is told in the person's language, and in no other", async () => {
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['{"profile": 7}', /„profile“ nicht: hier muss ein Text/],
    ["{}", /„profile“ nicht: die Angabe fehlt/],
    ['{"profile": "S", "batchRows": "viele"}', /eine ganze Zahl|eine Zahl/],
    ['{"profile": "S", "batchRows": 1.5}', /eine ganze Zahl/],
    ['{"profile": "S", "batchRows": 0}', /1 oder mehr/],
    ['{"profile": "S", "batchRows": 10001}', /10000 oder weniger/],
    ['{"profile": "S", "delimiter": "coma"}', /comma, semicolon, tab, bar/],
    ['{"profile": "S", "noUndo": "ja"}', /true oder false/],
    ['{"profile": "S", "where": "City is Bern"}', /Liste in eckigen Klammern/],
    ['{"profile": "S", "campaigns": []}', /darf nicht leer sein/],
    ['{"profile": "S", "map": {"Code": 7}}', /„map.Code“ nicht: die Schreibweise/],
    ['{"profile": "S", "map": []}', /geschweiften Klammern/],
    ['{"profile": ""}', /darf nicht leer sein/],
    ["[]", /geschweiften Klammern/],
    ['{"profile": "S"', /Zeile 1|endet zu früh/],
    ["{'profile': 1}", /in Zeile 1 steht bei Zeichen 2 ein Fehler/],
    ["", /endet zu früh/],
  ];
  const dataDir = tempDir();
  const db = openDatabase(dataDir);
  changeSettings(db, { language: "de" });
  db.close();
  onTestFinished(() => speak("en"));
  const path = join(tempDir(), "job.json");
  for (const [text, told] of wrong) {
    writeFileSync(path, text);
    const { status, err } = await runHere(["import", "--job", path, "--data-dir", dataDir]);
    expect([text, status]).toEqual([text, 2]);
    expect(err).toMatch(told);
    expect(err).not.toMatch(FOREIGN);
  }
});

test("a slip is met with the word that was meant", async () => {
  const wrong = async (...args: string[]) =>
    (await runHere([...args, "--data-dir", tempDir()])).err;
  expect(await wrong("histroy")).toContain("Did you mean history?");
  expect(await wrong("import", "x.csv", "--skip-invald")).toContain("Did you mean --skip-invalid?");
  expect(await wrong("queue", "resove")).toContain("Did you mean resolve?");
  expect(await wrong("import", "x.csv", "--profile", "P", "--delimiter", "coma")).toContain(
    "comma?",
  );
});

test("a word is nearest to itself, and to itself with a letter left out", () => {
  const words = ["inspect", "import", "history", "profile", "practice"];
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.nat(6), (word, at) => {
      expect(nearest(word, words)).toBe(word);
      const slip = word.slice(0, at % word.length) + word.slice((at % word.length) + 1);
      expect(nearest(slip, words)).toBe(word);
    }),
  );
  expect(nearest("elephant", words)).toBeNull();
});
