import fc from "fast-check";
import { expect, test } from "vitest";
import { isIdempotent } from "../../../main/pipeline/batches/idempotent.ts";
import {
  createKeyIdentities,
  createRowIdentity,
} from "../../../main/pipeline/batches/row-identity.ts";
import type { FieldName } from "../../../preload/fields.ts";
import { fieldList, rowOf } from "./arbitraries.ts";

function mapped(...fields: FieldName[]) {
  return fields.map((field, index) => ({ field, columns: [index], transforms: [] }));
}

test("a list is idempotent with a key, without auto_add and without generated card numbers", () => {
  const none = { generateCardNumbers: null };
  expect(isIdempotent(mapped("code", "email"), none)).toBe(true);
  expect(isIdempotent(mapped("card_number"), none)).toBe(true);
  expect(isIdempotent(mapped("email"), none)).toBe(false);
  expect(isIdempotent(mapped("code", "auto_add"), none)).toBe(false);
  expect(isIdempotent(mapped("code"), { generateCardNumbers: 10 })).toBe(false);
});

test("a row has the same identity whatever the order of its columns", () => {
  const list = fieldList.chain((fields) => fc.tuple(fc.constant(fields), rowOf(fields)));
  fc.assert(
    fc.property(list, ([fields, values]) => {
      const turned = createRowIdentity(fields.toReversed())(values.toReversed());
      expect(createRowIdentity(fields)(values)).toBe(turned);
    }),
  );
});

test("rows that differ in a value have different identities, empty values count as absent", () => {
  const identity = createRowIdentity(["code", "city"]);
  expect(identity(["1", "2"])).not.toBe(identity(["12", ""]));
  expect(identity(["1", "2"])).not.toBe(identity(["2", "1"]));
  expect(identity(["1", ""])).toBe(createRowIdentity(["code"])(["1"]));
});

test("a customer is known by code and card number where they are not blank", () => {
  const keys = createKeyIdentities(["email", "code", "card_number"]);
  expect(keys(["a@example.com", "1", "1"])).toHaveLength(2);
  expect(new Set(keys(["", "1", "1"])).size).toBe(2);
  expect(keys(["a@example.com", " ", ""])).toEqual([]);
});
