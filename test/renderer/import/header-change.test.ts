import { expect, test } from "vitest";
import type { FileReading } from "../../../preload/types.ts";
import { headerChange } from "../../../renderer/import/file/header-change.ts";

const list = (...headers: readonly string[]) =>
  ({ columns: headers.map((header) => ({ header })) }) as unknown as FileReading;

test("columns that came and went are told by their headers, in the order of their list", () => {
  const change = headerChange(list("code", "name", "city"), list("mail", "code", "age"));
  expect(change).toEqual({ added: ["mail", "age"], gone: ["name", "city"] });
});

test("columns that only changed places are no change", () => {
  expect(headerChange(list("code", "name"), list("name", "code"))).toEqual({ added: [], gone: [] });
});
