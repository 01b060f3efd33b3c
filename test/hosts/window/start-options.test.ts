import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { defaultDataDir } from "../../../main/common/host/data-dir.ts";
import { ownArguments, readStartOptions } from "../../../main/hosts/window/start-options.ts";

it("a start without words opens Electron on this account's data folder", () => {
  expect(readStartOptions([])).toEqual({
    browser: false,
    open: true,
    dataDir: defaultDataDir(),
    port: 0,
    screen: null,
    files: [],
  });
});

it("the browser, its port and the data folder can be chosen", () => {
  const words = ["--browser", "--no-open", "--data-dir", "some/dir", "--port=8123", "list.xlsx"];
  expect(readStartOptions(words)).toEqual({
    browser: true,
    open: false,
    dataDir: resolve("some/dir"),
    port: 8123,
    screen: null,
    files: [resolve("list.xlsx")],
  });
});

it("a file is named by its path from where the start happened, or by its address", () => {
  const path = resolve("lists", "März 50%.csv");
  expect(readStartOptions([join("lists", "März 50%.csv")]).files).toEqual([path]);
  expect(readStartOptions([pathToFileURL(path).href]).files).toEqual([path]);
  expect(() => readStartOptions(["file://elsewhere%2F/list.csv"])).toThrow(/Known options/);
});

it.each([
  [["--bogus"]],
  [["--port", "x"]],
  [["--port", "70000"]],
  [["--data-dir"]],
  [["--show=cellar"]],
])("%s is refused with the words that are known", (words) => {
  expect(() => readStartOptions(words)).toThrow(/Known options: --browser/);
});

it("of Electron's arguments only ours count", () => {
  const words = [
    "--no-sandbox",
    "--data-dir",
    "d",
    "--inspect=9",
    "--data-dir=e",
    "a.csv",
    "-psn_0",
    "--show=queue",
  ];
  expect(ownArguments(words)).toEqual(["--data-dir", "d", "--data-dir=e", "a.csv", "--show=queue"]);
  expect(readStartOptions(ownArguments(words)).screen).toBe("queue");
});

it("each system's data folder is where its programs keep such data", () => {
  const home = join("/", "home", "me");
  expect(defaultDataDir("linux", {}, home)).toBe(join(home, ".config", "Loyalty Importer"));
  expect(defaultDataDir("linux", { XDG_CONFIG_HOME: "/c" }, home)).toBe(
    join("/c", "Loyalty Importer"),
  );
  expect(defaultDataDir("darwin", {}, home)).toBe(
    join(home, "Library", "Application Support", "Loyalty Importer"),
  );
  expect(defaultDataDir("win32", { LOCALAPPDATA: "L" }, home)).toBe(join("L", "Loyalty Importer"));
});
