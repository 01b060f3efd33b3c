import { randomBytes } from "node:crypto";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { inWords, readFirst } from "../../../../main/pipeline/sources/read-first.ts";
import { sourceOptions } from "../../../../main/pipeline/sources/source-options.ts";
import { openInThread } from "../../../../main/pipeline/staging/thread/open-in-thread.ts";
import {
  lookAhead,
  prepareThread,
} from "../../../../main/pipeline/staging/thread/prepared-thread.ts";
import { endAhead, startAhead } from "../../../../main/pipeline/staging/thread/thread-ahead.ts";
import type { ReadingChoice } from "../../../../main/records/drafts/staging-types.ts";
import { compareFile } from "../../../../main/records/files/file-stamp.ts";
import { generateCsv, generateXlsx } from "../../../bench/lists/generate.ts";

const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-"));
afterAll(() => rmSync(dir, { recursive: true }));

const LARGE = 12_000;

test("a look that a thread has taken ahead is the one that is taken without, and its list is read on", async () => {
  const csv = join(dir, "list.csv");
  const xlsx = join(dir, "list.xlsx");
  await generateCsv(csv, LARGE);
  await generateXlsx(xlsx, LARGE, "shared");
  const looks: readonly (readonly [path: string, choice: Partial<ReadingChoice>])[] = [
    [csv, {}],
    [csv, { headerRow: 3, encoding: "windows-1252" }],
    [xlsx, {}],
    [xlsx, { headerRow: 2 }],
  ];
  for (const [path, choice] of looks) {
    await prepareThread(path, choice);
    const ahead = await lookAhead(path, choice);
    if (ahead === null) throw new Error("nothing was looked at");
    const expected = await readFirst(path, choice);
    expect(inWords(ahead.reading)).toEqual(expected);
    const source = await openInThread(path, sourceOptions(choice));
    expect(source).toMatchObject({ format: expected.format, encoding: expected.encoding });
    let rows = 0;
    for await (const chunk of source.rows(expected.sheet)) rows += chunk.length;
    await source.close();
    expect(rows).toBe(LARGE + 1);
  }
});

test("a look is taken for the choice it was asked for, and of long lists alone", async () => {
  const path = join(dir, "other.csv");
  await generateCsv(path, LARGE);
  await prepareThread(path, { headerRow: 2 });
  expect(await lookAhead(path, {})).toBeNull();
  expect(await lookAhead(path, { headerRow: 2, encoding: "utf-8" })).toBeNull();
  expect(await lookAhead(join(dir, "list.csv"), { headerRow: 2 })).toBeNull();
  expect(await lookAhead(path, { headerRow: 2 })).not.toBeNull();
  const small = join(dir, "small.csv");
  writeFileSync(small, "Code,Name\r\n1,Ana\r\n");
  await prepareThread(small);
  expect(await lookAhead(small, {})).toBeNull();
});

test("a thread that was started before its list was known reads one list, or ends unasked", async () => {
  const path = join(dir, "list.csv");
  startAhead(["import", "no/such/file", "\u0000", path]);
  await prepareThread(path);
  const first = await lookAhead(path, {});
  await prepareThread(path);
  expect(first).not.toBeNull();
  expect(await lookAhead(path, {})).toEqual(first);
  startAhead([path]);
  await endAhead();
  await prepareThread(path);
  expect(await lookAhead(path, {})).toEqual(first);
  await (await openInThread(path)).close();
});

test("what cannot be read is told as without a thread", async () => {
  const path = join(dir, "broken.xlsx");
  writeFileSync(path, Buffer.concat([Buffer.from("PK\u0003\u0004"), randomBytes(600 * 1024)]));
  const code = await readFirst(path).then(
    () => "",
    (error: { readonly code: string }) => error.code,
  );
  expect(code).toMatch(/^file-/);
  await prepareThread(path);
  await expect(lookAhead(path, {})).rejects.toMatchObject({ code });
  await expect(openInThread(path)).rejects.toMatchObject({ code });
});

test("a look tells of the file as it was when the thread was started", async () => {
  const path = join(dir, "growing.csv");
  await generateCsv(path, LARGE);
  await prepareThread(path);
  const ahead = await lookAhead(path, {});
  if (ahead === null) throw new Error("nothing was looked at");
  expect(await compareFile(path, ahead.stamp)).toBe("same");
  appendFileSync(path, "more\r\n");
  expect(await compareFile(path, ahead.stamp)).toBe("changed");
  await (await openInThread(path)).close();
});
