import { expect, test } from "vitest";
import {
  isDeviceName,
  nameForFile,
  requireFileName,
} from "../../../main/common/system/file-names.ts";

test.each([
  "NUL",
  "nul.csv",
  "con.tar.gz",
  "AUX .txt",
  "com1.csv",
  "LPT9",
  "conin$",
  "com\u00b2.x",
])("%j is a device on Windows, and no file is written there", (name) => {
  expect(isDeviceName(name)).toBe(true);
  expect(() => requireFileName(`C:\\lists\\${name}`, "win32")).toThrow(/Windows keeps/);
  expect(() => requireFileName(`/lists/${name}`, "linux")).not.toThrow();
  expect(isDeviceName(nameForFile(name))).toBe(false);
});

test.each(["console.csv", "null.csv", "com10.csv", "lists.con", "com.csv"])(
  "%j is a file",
  (name) => {
    expect(isDeviceName(name)).toBe(false);
    expect(() => requireFileName(`C:\\con\\${name}`, "win32")).not.toThrow();
  },
);

test("a name is cut between letters, at its start or its end", () => {
  expect(nameForFile(`${"a".repeat(178)}😀`)).toBe("a".repeat(178));
  expect(nameForFile(`${"a".repeat(176)}😀`)).toBe(`${"a".repeat(176)}😀`);
  expect(nameForFile(`😀${"a".repeat(174)}.xlsx`, "end")).toBe(`${"a".repeat(174)}.xlsx`);
  expect(nameForFile("a:b/c\u0000d\u202ee. ")).toBe("a_b_c_d_e");
  expect([nameForFile(" .. "), nameForFile("")]).toEqual(["", ""]);
});
