import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../../../../main/common/errors.ts";
import { openSource } from "../../../../main/pipeline/sources/open.ts";
import { tempFile } from "../../../helpers/xlsx-bytes.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/sources");
const fixture = (name: string): string => join(FIXTURES, name);

/** The cells of the sheet "Members", or the code of what kept them away. */
async function members(path: string, password?: string): Promise<unknown> {
  try {
    const source = await openSource(path, password === undefined ? {} : { password });
    try {
      const rows: (readonly string[])[] = [];
      for await (const chunk of source.rows("Members")) {
        rows.push(...chunk.map(({ cells }) => cells));
      }
      return rows;
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** The same file whose key is derived otherwise: as long as what it takes the place of. */
function spinning(count: string): Buffer {
  const bytes = readFileSync(fixture("encrypted-agile.xlsx"));
  const at = bytes.indexOf('spinCount="100000"');
  bytes.write(`spinCount="${count.padEnd(6)}"`, at);
  return bytes;
}

describe("an encrypted workbook", () => {
  it.each([
    ["encrypted.xlsx", "secret"],
    ["encrypted-agile.xlsx", "sécret"],
  ])("%s is read with its password like the list in it", async (name, password) => {
    const rows = await members(fixture(name), password);
    expect(rows).toEqual(await members(fixture("members.xlsx")));
    expect(rows).toHaveLength(21);
  });

  it.each([
    ["encrypted.xlsx", "Secret"],
    ["encrypted-agile.xlsx", "secret"],
  ])("%s is not opened by another password", async (name, password) => {
    expect(await members(fixture(name), password)).toBe("file-password-wrong");
  });

  it("that would have its key derived for minutes is refused at once", async () => {
    const begun = performance.now();
    expect(await members(tempFile("list.xlsx", spinning("9e9")), "secret")).toBe("file-encrypted");
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it("that was changed by somebody without the password is called damaged, wherever", async () => {
    const whole = readFileSync(fixture("encrypted-agile.xlsx"));
    // The stream of the encrypted bytes begins in a sector of its own, with their length.
    const size = whole.readUInt32LE(2048);
    const from = 2048 + 8;
    expect([size, whole.readUInt32LE(2052)]).toEqual([6249, 0]);
    for (const at of [from, from + 4096 + 5, from + size - 1]) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const path = tempFile("list.xlsx", bytes);
      await expect(openSource(path, { password: "sécret" })).rejects.toMatchObject({
        code: "file-damaged",
        detail: "the encrypted bytes are not as they were written",
      });
    }
  });

  it("cut short, or with odd bytes in its keys, ends in words and never in a fault", async () => {
    const whole = spinning("1");
    const ends = ["file-damaged", "file-encrypted", "file-password-wrong", "file-not-a-list"];
    await fc.assert(
      fc.asyncProperty(
        // Behind the header, by which it is known for what it is.
        fc.integer({ min: 512, max: whole.length - 1 }),
        fc.nat(255),
        fc.boolean(),
        async (at, byte, cut) => {
          const bytes = cut ? whole.subarray(0, at) : Buffer.from(whole);
          if (!cut) bytes[at] = byte;
          const end = await members(tempFile("list.xlsx", bytes), "sécret");
          expect([...ends, "file-empty", "file-too-large"]).toContain(end);
        },
      ),
      { numRuns: 200 },
    );
  });
});
