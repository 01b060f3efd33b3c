import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseWhere } from "../../main/cli/words/where.ts";
import { speak } from "../../main/common/text.ts";
import { openDatabase } from "../../main/records/database/open.ts";
import { changeSettings } from "../../main/records/settings.ts";
import { practiceServer } from "../helpers/practice.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { cli, SAMPLE, STORE } from "./cli.ts";

test("the system's language is spoken, but for words, codes and keys", async () => {
  const { run, json } = cli();
  const env = { LC_ALL: "es_ES.UTF-8" };
  const help = await run(["import", "--help"], { env });
  expect(help.out).toContain("Uso:");
  expect(help.out).toMatch(/--skip-invalid +envía las filas válidas/);
  const shown = await run(["inspect", SAMPLE], { env });
  expect(shown.out).toContain("200 filas");
  const wrong = await json<{ error: { code: string; message: string } }>(["queue", "cancel"], {
    env,
  });
  expect(wrong.status).toBe(2);
  expect(wrong.document.error.code).toBe("usage-word-missing");
  expect(wrong.document.error.message).toMatch(/Falta/);
});

test("a text file for spreadsheet programs has the form that they expect in the person's country", async () => {
  const { run, connect, list, dataDir } = cli();
  const server = await practiceServer();
  await connect(server);
  await run(["import", list("list.csv", "code,auto_add\n1,12.50\n"), ...STORE]);
  const forms = { de_AT: ';1;"12,50";', en_US: ",1,12.50,", de_CH: ";1;12.50;" };
  for (const [locale, row] of Object.entries(forms)) {
    const out = join(dataDir, "..", `${locale}.csv`);
    const env = { LC_ALL: `${locale}.UTF-8` };
    const { status } = await run(["history", "export", "1", "--out", out], { env });
    expect(status).toBe(0);
    const [, line = ""] = readFileSync(out, "utf8").split("\r\n");
    expect(`${row[0]}${line}`).toContain(row);
  }
});

test("the language that is set in the window goes before the system's", async () => {
  const { run, dataDir } = cli();
  const db = openDatabase(dataDir);
  changeSettings(db, { language: "es" });
  db.close();
  const shown = await run(["queue"], { env: { LC_ALL: "en_US.UTF-8" } });
  expect(shown.out).toBe("No espera nada.\n");
  const wrong = await run(["bogus"], { env: { LC_ALL: "en_US.UTF-8" } });
  expect(wrong.err).toContain("No existe");
});

test("a column without a header goes by the name that the help gives it, in any language", async () => {
  await speak("de");
  onTestFinished(() => speak("en"));
  const columns = ["Column A", "Column B"].map((header, index) => ({ index, header, samples: [] }));
  for (const name of ["Spalte B", "spalte b", "Column B"]) {
    expect(parseWhere(`${name} is Bern`, columns)).toMatchObject({ column: "Column B" });
  }
  expect(() => parseWhere("Spalte C is Bern", columns)).toThrow("Spalte A, Spalte B");
  const list = join(tempDir(), "list.csv");
  writeFileSync(list, "C1,ana@example.com\nC2,bea@example.com\n");
  const words = ["--header-row", "0", "--map", "Spalte A=code", "--map", "Spalte B=email"];
  const { run, connect } = cli();
  await connect(await practiceServer());
  const env = { LC_ALL: "de_DE.UTF-8" };
  const { status, err } = await run(["import", list, ...STORE, ...words, "--dry-run"], { env });
  expect([err, status]).toEqual([expect.not.stringContaining("Column"), 0]);
});
