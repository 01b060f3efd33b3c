import fc from "fast-check";
import { expect, test } from "vitest";
import { createStoredEncoder } from "../../../main/pipeline/batches/encode-stored.ts";
import { encodeForm } from "../../../main/pipeline/batches/form.ts";
import { dataParameter } from "../../../main/pipeline/batches/request.ts";
import { storedJson } from "../../../main/records/imports/batches/payload.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";

const { compatibility } = DEFAULT_CONNECTION_SETTINGS;
const encoder = createStoredEncoder();
const encodeStored = (...about: Parameters<typeof encoder>) =>
  encoder(...about)?.toString() ?? null;
const FIELDS = ["code", "first_name", "city"] as const;

const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "",
    '"',
    "\\",
    "a/b",
    "\\u0041",
    "%",
    "+",
    "a b",
    "\b\f",
    "\u007f",
    "\ud800",
    "]],[",
  ),
  fc.constantFrom("|", ",", "\t", "\n", "\r", "\u2028", "é", "👍", '"rows":['),
);
const rows = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 6 });

/** The long way, or what it throws. */
function longWay(...of: Parameters<typeof dataParameter>): string | Error {
  try {
    return encodeForm([dataParameter(...of)]);
  } catch (error) {
    return error as Error;
  }
}

test("stored rows are encoded to the same bytes as by the long way, or left to it", () => {
  let left = 0;
  let total = 0;
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom("pipe" as const, "comma" as const, "tab" as const),
      fc.constantFrom("\n" as const, "\r\n" as const),
      (lines, delimiter, lineBreak) => {
        const spelling = { ...compatibility, lineBreak };
        const list = lines.map((values, at) => ({ row: at + 2, values }));
        const stored = lines.map((values, at) => [at + 2, values] as const);
        const short = encodeStored(
          storedJson({ fields: FIELDS, rows: stored }),
          delimiter,
          spelling,
        );
        total += 1;
        if (short === null) left += 1;
        else expect(short).toBe(longWay(list, delimiter, spelling));
      },
    ),
    { numRuns: 3000 },
  );
  expect(left).toBeLessThan(total);
});

test("usual rows go the short way, whatever letters they have", () => {
  const usual = [
    ["C1", 'Ana "Anka" O\'Neil\\', "Žilina + Łódź & 東京 👍 50 %"],
    ["", "", ""],
  ] as const;
  const json = storedJson({ fields: FIELDS, rows: usual.map((values, at) => [at + 2, values]) });
  const list = usual.map((values, at) => ({ row: at + 2, values }));
  const short = encodeStored(json, "pipe", compatibility);
  expect(short).toBe(encodeForm([dataParameter(list, "pipe", compatibility)]));
});

test("what breaks a row, or is no such text, is left to the long way", () => {
  const of = (text: string) =>
    encodeStored(
      storedJson({ fields: FIELDS, rows: [[2, [text, "", ""]]] }),
      "pipe",
      compatibility,
    );
  expect([of("a|b"), of("a\nb"), of("a\rb"), of("\ud800")]).toEqual([null, null, null, null]);
  const hashed = Buffer.from('{"fields":["code"],"rows":[[2,"5pXh",["C1"]]]}');
  expect(encodeStored(hashed, "pipe", compatibility)).toBeNull();
  expect(encodeStored(Buffer.from("{}"), "pipe", compatibility)).toBeNull();
  const cut = Buffer.from('{"fields":["code"],"rows":[[2,["C1');
  expect(encodeStored(cut, "pipe", compatibility)).toBeNull();
});

test("room is left in front where it is asked for, and what was made stays as it is", () => {
  const of = (value: string) =>
    encoder(storedJson({ fields: ["code"], rows: [[2, [value]]] }), "pipe", compatibility, 5);
  const [one, two] = [of("C1"), of("another")];
  expect(one?.subarray(5).toString()).toBe("profiles_data=C1");
  expect(two?.subarray(5).toString()).toBe("profiles_data=another");
});
