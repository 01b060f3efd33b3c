import fc from "fast-check";
import { expect, test } from "vitest";
import { createBatcher } from "../../../main/pipeline/batches/batcher.ts";
import { encodeForm, type Parameter } from "../../../main/pipeline/batches/form.ts";
import { createRowMask, MASK, maskParameters } from "../../../main/pipeline/batches/mask.ts";
import {
  type BatchRequest,
  batchParameters,
  dataParameter,
  type RequestConnection,
} from "../../../main/pipeline/batches/request.ts";
import type { Compatibility } from "../../../preload/types.ts";
import { fieldList, rowOf } from "./arbitraries.ts";

const COMPATIBILITY: Compatibility = {
  dataParameter: "profiles_data",
  campaignSeparator: ",",
  keyParameter: "user_api_key",
  lineBreak: "\n",
};
const CONNECTION: RequestConnection = {
  userId: "john1970",
  apiKey: "1959caadac9b13dcb3",
  accountId: "greatwidgets",
  settings: { compatibility: COMPATIBILITY },
};
const REQUEST: BatchRequest = {
  options: {
    campaigns: ["898989889", "13234545"],
    duplicates: "update",
    generateCardNumbers: null,
    keepUndoState: true,
  },
  output: "json",
  delimiter: "pipe",
  fields: ["code", "card_number", "first_name"],
};

function spelled(compatibility: Partial<Compatibility>): RequestConnection {
  return { ...CONNECTION, settings: { compatibility: { ...COMPATIBILITY, ...compatibility } } };
}

function pairs(parameters: readonly Parameter[]) {
  return parameters.map(({ name, value }) => [name, value]);
}

test("the parameters stand in the documentation's order, headers contiguous from 1", () => {
  expect(pairs(batchParameters(CONNECTION, REQUEST))).toEqual([
    ["API", "1.5"],
    ["user_id", "john1970"],
    ["user_api_key", "1959caadac9b13dcb3"],
    ["account_id", "greatwidgets"],
    ["type", "customers_batch"],
    ["delimiter", "pipe"],
    ["overwrite_duplicates", "update"],
    ["allow_undo", "yes"],
    ["campaigns_to_include", "898989889,13234545"],
    ["output", "JSON"],
    ["condensed", "yes"],
    ["profiles_header_1", "code"],
    ["profiles_header_2", "card_number"],
    ["profiles_header_3", "first_name"],
  ]);
});

test("without an undo state no_undo is sent and allow_undo is not", () => {
  const options = { ...REQUEST.options, keepUndoState: false };
  const names = batchParameters(CONNECTION, { ...REQUEST, options }).map(({ name }) => name);
  expect(names).toContain("no_undo");
  expect(names).not.toContain("allow_undo");
});

test("generated card numbers, XML and JSONP are asked for as documented", () => {
  const options = { ...REQUEST.options, generateCardNumbers: 10 };
  const of = (output: "xml" | "jsonp") =>
    pairs(batchParameters(CONNECTION, { ...REQUEST, options, output }));
  expect(of("xml")).toContainEqual(["card_number_generate", "10"]);
  expect(of("xml")).toContainEqual(["output", "XML"]);
  expect(of("xml").map(([name]) => name)).not.toContain("condensed");
  expect(of("jsonp")).toContainEqual(["output", "JSON"]);
  expect(of("jsonp")).toContainEqual(["callback", expect.stringMatching(/^\w+$/)]);
});

test("compatibility settings change the spellings and nothing else", () => {
  const other = spelled({ campaignSeparator: "|,|", keyParameter: "user_password" });
  const parameters = pairs(batchParameters(other, REQUEST));
  expect(parameters).toContainEqual(["campaigns_to_include", "898989889|,|13234545"]);
  expect(parameters).toContainEqual(["user_password", "1959caadac9b13dcb3"]);
  expect(parameters.map(([name]) => name)).not.toContain("user_api_key");
  const rows = [1, 2].map((row) => ({ row, values: [String(row), "x"] }));
  const { compatibility } = spelled({ dataParameter: "Profiles_Data", lineBreak: "\r\n" }).settings;
  expect(dataParameter(rows, "tab", compatibility)).toEqual({
    name: "Profiles_Data",
    value: "1\tx\r\n2\tx",
  });
});

test("what a form decoder yields, split as documented, is exactly what was mapped", () => {
  const list = fieldList.chain((fields) =>
    fc.record({
      fields: fc.constant(fields),
      rows: fc.array(rowOf(fields), { minLength: 1, maxLength: 20 }),
    }),
  );
  fc.assert(
    fc.property(list, fc.constantFrom("\n", "\r\n"), ({ fields, rows }, lineBreak) => {
      const limits = { rows: 7, bytes: 2000 };
      const batcher = createBatcher({
        fields,
        limits,
        generateCardNumbers: null,
      });
      const full = rows.map((values, index) => batcher.add({ row: index, values }));
      const decoded = [...full, batcher.end()]
        .filter((batch) => batch !== null)
        .flatMap((batch) => {
          const compatibility = { ...COMPATIBILITY, lineBreak } as const;
          const data = dataParameter(batch.rows, batch.delimiter, compatibility);
          const form = new URLSearchParams(encodeForm([{ name: "a", value: "b" }, data]));
          const delimiter = { pipe: "|", comma: ",", tab: "\t" }[batch.delimiter];
          return (form.get("profiles_data") ?? "")
            .split(lineBreak)
            .map((line) => line.split(delimiter));
        });
      expect(decoded).toEqual(rows);
    }),
  );
});

test("the form holds only what may stand in one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (name, value) => {
      expect(encodeForm([{ name, value }])).toMatch(/^[\w.!~*'()%+-]*=[\w.!~*'()%+-]*$/);
    }),
  );
});

test("a value that would break its row, or that UTF-8 cannot hold, is refused", () => {
  const data = (value: string) =>
    encodeForm([dataParameter([{ row: 1, values: [value] }], "comma", COMPATIBILITY)]);
  expect(() => data("a,b")).toThrow(RangeError);
  expect(() => data("a\nb")).toThrow(RangeError);
  expect(() => data("a\rb")).toThrow(RangeError);
  expect(() => data("half \ud83d")).toThrow(URIError);
});

test("keys, passwords and PINs are masked for display, empty ones stay empty", () => {
  const shown = JSON.stringify(maskParameters(batchParameters(CONNECTION, REQUEST)));
  expect(shown).not.toContain(CONNECTION.apiKey);
  const old = spelled({ keyParameter: "user_password" });
  expect(JSON.stringify(maskParameters(batchParameters(old, REQUEST)))).not.toContain("1959");
  const mask = createRowMask(["code", "customer_password", "customer_PIN"]);
  expect(mask(["1", "hunter2", ""])).toEqual(["1", MASK, ""]);
});
