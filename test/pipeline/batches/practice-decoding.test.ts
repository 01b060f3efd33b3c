import fc from "fast-check";
import { expect, test } from "vitest";
import { createBatcher } from "../../../main/pipeline/batches/batcher.ts";
import { encodeForm } from "../../../main/pipeline/batches/form.ts";
import { batchParameters, dataParameter } from "../../../main/pipeline/batches/request.ts";
import { DELIMITERS, splitRows } from "../../../main/practice/batch/rows.ts";
import { decodeForm } from "../../../main/practice/form.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import type { FieldName } from "../../../preload/fields.ts";
import { fieldList, rowOf } from "./arbitraries.ts";

const CONNECTION = {
  userId: "u&=%+ é",
  apiKey: "k",
  accountId: "a",
  settings: DEFAULT_CONNECTION_SETTINGS,
};
const OPTIONS = {
  campaigns: ["1"],
  duplicates: "update",
  generateCardNumbers: null,
  keepUndoState: true,
} as const;

/** Rows with a code: a row of nothing but blanks is no row, and never leaves the validation. */
const list = fieldList
  .map((fields): readonly FieldName[] => ["code", ...fields.filter((field) => field !== "code")])
  .chain((fields) =>
    fc.record({
      fields: fc.constant(fields),
      rows: fc.array(
        rowOf(fields).map((values) => [`C${values[0]}`, ...values.slice(1)]),
        { minLength: 1, maxLength: 20 },
      ),
    }),
  );

test("what the practice server decodes is exactly what was mapped", () => {
  fc.assert(
    fc.property(list, ({ fields, rows }) => {
      const limits = { rows: 6, bytes: 1500 };
      const batcher = createBatcher({
        fields,
        limits,
        generateCardNumbers: null,
      });
      const full = rows.map((values, index) => batcher.add({ row: index + 2, values }));
      const decoded = [...full, batcher.end()]
        .filter((batch) => batch !== null)
        .flatMap(({ delimiter, rows: sent }) => {
          const request = { options: OPTIONS, output: "json", delimiter, fields } as const;
          const { compatibility } = CONNECTION.settings;
          const parameters = batchParameters(CONNECTION, request);
          const body = encodeForm([...parameters, dataParameter(sent, delimiter, compatibility)]);
          const form = decodeForm(Buffer.from(body, "utf8"));
          for (const { name, value } of parameters) expect(form.get(name)).toBe(value);
          return splitRows(form.get("profiles_data") ?? "", DELIMITERS[delimiter], fields.length);
        });
      expect(decoded).toEqual(rows);
    }),
  );
});
