import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { printable, printableJson } from "../../main/common/printable.ts";
import { t } from "../../main/common/text.ts";
import { practiceServer } from "../helpers/practice.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { bookParts, tempFile } from "../helpers/xlsx-bytes.ts";
import { zipBytes } from "../helpers/zip-writer.ts";
import { cli, customersCsv, runHere, STORE } from "./cli.ts";

/** Escapes of 7 and 8 bits, a bell, a title, a link, a carriage return, marks of direction. */
const HOSTILE =
  "\u001b[2J\u001b]0;pwned\u0007\u009b31m\u008d\u202egnp.\u2066x\u2069\r\u200f\u2028end";
const CONTROL = /[^\P{Cc}\n]|[\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const dir = () => join(tempDir(), "data");
const words = async (...args: readonly string[]) => {
  const { out, err } = await runHere([...args, "--data-dir", dir()]);
  return { out, err, all: out + err };
};

describe("what others wrote controls no terminal", () => {
  it("headers, samples and the name of a file", async () => {
    const path = join(tempDir(), `a${HOSTILE.replaceAll("\u2028", "")}b.csv`);
    writeFileSync(path, `"Code ${HOSTILE}","Name"\n"K${HOSTILE}","Ana"\n"L","Bea"\n`);
    const told = await words("inspect", path);
    expect(told.out).toContain("Code");
    expect(told.all).not.toMatch(CONTROL);
    const missing = await words("inspect", `${path}.none`);
    expect(missing.err).toContain("was not found");
    expect(missing.all).not.toMatch(CONTROL);
    for (const command of [
      ["inspect", path, "--json"],
      ["rows", path],
    ]) {
      const { out, all } = await words(...command);
      expect(out).toContain("Code");
      expect(all).not.toMatch(CONTROL);
    }
  });

  it("names of sheets", async () => {
    const parts = bookParts({
      sheet: '<row><c t="inlineStr"><is><t>code</t></is></c></row><row><c><v>1</v></c></row>',
    });
    const changed = parts.map((part) => ({
      ...part,
      data: String(part.data).replace('name="One"', 'name="a&#x9b;31m&#x202e;b"'),
    }));
    const told = await words("inspect", tempFile("book.xlsx", zipBytes(changed)));
    expect(told.out).toContain("Sheet a");
    expect(told.all).not.toMatch(CONTROL);
  });

  it("names of connections and words of the command itself", async () => {
    const told = await words("profile", "test", `Shop ${HOSTILE}`);
    expect(told.err).toContain("Shop");
    expect(told.all).not.toMatch(CONTROL);
    expect((await words(`bogus ${HOSTILE}`)).all).not.toMatch(CONTROL);
    expect((await words("--bogus", HOSTILE, "--json")).all).not.toMatch(CONTROL);
  });

  it("a server's words", async () => {
    const body = JSON.stringify({ status: "error", error: `No: ${HOSTILE}` });
    const reply = { status: 200, headers: { "content-type": "application/json" }, body };
    const server = await practiceServer({
      faults: () => ({ kind: "reply", applied: false, reply }),
    });
    const { run, connect, list } = cli();
    await connect(server, `Shop ${HOSTILE.replaceAll(/[\r\u2028]/g, "")}`.trim().slice(0, 12));
    const name = "Store";
    await connect(server, name);
    const sent = await run(["import", list("list.csv", customersCsv(1)), ...STORE]);
    expect(sent.out + sent.err).toContain("No:");
    const shown = await run(["history", "show", "1"]);
    const profiles = await run(["profile", "list"]);
    for (const { out, err } of [sent, shown, profiles]) expect(out + err).not.toMatch(CONTROL);
  });
});

test("a message keeps its own letters and those of every language, and is one line", () => {
  expect(t("errors:file-missing", { name: "a\u001b[2J\nb.csv" })).toMatch(
    /^"a \[2J b\.csv" was not/,
  );
  for (const text of ["Größe Ж 名前 عربي עברית हिन्दी", "👩‍👩‍👧 می‌خواهم", "a\u00a0b"]) {
    expect(printable(text)).toBe(text);
  }
  expect(printable("a\u0000\u001b[1mb\u0085c\u202ed\ud800")).toBe("a [1mb cd\ufffd");
});

test("a document for programs holds every letter, and none that controls", () => {
  const document = { header: HOSTILE, "k\u009b": ["\u202e", "ä"] };
  const json = printableJson(document, 2);
  expect(JSON.parse(json)).toEqual(document);
  expect(json).not.toMatch(CONTROL);
  expect(json).toContain("ä");
});
