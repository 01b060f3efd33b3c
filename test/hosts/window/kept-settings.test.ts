import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepSettings, readKeptSettings } from "../../../main/hosts/window/kept-settings.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { DEFAULT_SETTINGS } from "../../../main/records/settings.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

const spanish = { ...DEFAULT_SETTINGS, language: "es", theme: "dark", welcomed: true } as const;

it("a window is drawn with the settings that were kept", () => {
  const dir = tempDir();
  keepSettings(dir, spanish);
  expect(readKeptSettings(dir)).toEqual(spanish);
  expect(readdirSync(dir)).toEqual(["settings.json"]);
});

it("a new data folder is drawn with what every folder begins with", () => {
  expect(readKeptSettings(tempDir())).toEqual(DEFAULT_SETTINGS);
});

it("a folder with data and without kept settings, or with data put aside, waits for the data", () => {
  const dir = tempDir();
  openDatabase(dir).close();
  expect(readKeptSettings(dir)).toBeNull();
  const aside = tempDir();
  writeFileSync(join(aside, "before-restore-20260131T093012.sqlite"), "");
  expect(readKeptSettings(aside)).toBeNull();
});

it.each([
  ["broken", "{"],
  ["of another shape", '{"language":1}'],
  ["empty", ""],
])("kept settings that are %s are not used", (_, text) => {
  const dir = tempDir();
  writeFileSync(join(dir, "settings.json"), text);
  expect(readKeptSettings(dir)).toBeNull();
});
