import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { extractFile } from "@electron/asar";
import { Arch } from "electron-builder";
import { beforeAll, describe, expect, it } from "vitest";
import { ENTRIES } from "../../../main/common/host/entries.ts";
import { samplePath } from "../../../main/features/importing/files/sample.ts";
import type { Licence } from "../../../preload/types.ts";
import { suiteDir } from "../../helpers/temp-dir.ts";
import { about, filesIn, pack } from "./pack.ts";

const MEBIBYTE = 1024 * 1024;

/** A folder can be packed anywhere; where it is done once, it need not be done three times. */
describe.runIf(process.platform === "linux")("the packed application", () => {
  const dir = suiteDir();
  const packed = join(dir, "dist", "linux-unpacked");
  const asar = join(packed, "resources", "app.asar");
  let files: readonly string[] = [];

  beforeAll(async () => {
    await pack(dir, "linux", Arch.x64);
    files = filesIn(asar);
  }, 120_000);

  function read(path: string): string {
    return extractFile(asar, path).toString("utf8");
  }

  it("holds what runs and nothing else", () => {
    const folders = new Set(files.map((file) => file.split("/").slice(1, 3).join("/")));
    expect([...folders].sort()).toEqual([
      "node_modules",
      "node_modules/better-sqlite3",
      "out",
      "out/main",
      "out/preload",
      "out/renderer",
      "package.json",
    ]);
    expect(files.filter((file) => /\.(ts|tsx|mts|map|md|gyp|c|h|cc|cpp)$/.test(file))).toEqual([]);
    expect(
      files.filter((file) => /\/(test|spec|\.git|screenshots)\/|electron-builder/.test(file)),
    ).toEqual([]);
  });

  it("is far below its budget of 25 MiB", () => {
    expect(statSync(asar).size).toBeLessThan(25 * MEBIBYTE);
  });

  it("has every entry point where Electron and the program look for it", () => {
    const packedAbout = JSON.parse(read("package.json"));
    expect(packedAbout).toMatchObject({
      name: "loyalty-importer",
      version: about.version,
      main: "out/main/index.js",
    });
    expect(packedAbout).not.toHaveProperty("devDependencies");
    expect(packedAbout).not.toHaveProperty("scripts");
    expect(Object.keys(packedAbout.dependencies)).toEqual(["better-sqlite3"]);
    for (const name of ["index", "cli", ...ENTRIES]) {
      expect(files, name).toContain(`/out/main/${name}.js`);
    }
    expect(files).toContain("/out/preload/index.cjs");
    expect(files).toContain("/out/renderer/index.html");
  });

  it("has the sample list beside the archive, where the program looks for it", () => {
    const sample = join(packed, "resources", "customers-sample.xlsx");
    expect(files.filter((file) => file.endsWith(".xlsx"))).toEqual([]);
    expect(readFileSync(sample)).toEqual(readFileSync(samplePath()));
    mkdirSync(join(dir, "resources/app.asar/out/main/chunks"), { recursive: true });
    copyFileSync(sample, join(dir, "resources/customers-sample.xlsx"));
    for (const file of ["index.js", "chunks/drafts.js"]) {
      const found = samplePath(join(dir, "resources/app.asar/out/main", file));
      expect(found).toBe(join(dir, "resources/customers-sample.xlsx"));
    }
  });

  it("loads no package but the one that it brings", () => {
    const imported = new Set<string>();
    for (const file of files.filter((each) => /^\/out\/main\/.*\.js$/.test(each))) {
      for (const [, name] of read(file.slice(1)).matchAll(
        /^(?:import|export)[^;\n]*? from "([^."][^"]*)"|^import "([^."][^"]*)"/gm,
      )) {
        if (name !== undefined && !name.startsWith("node:")) imported.add(name);
      }
    }
    expect([...imported].sort()).toEqual(["better-sqlite3", "electron"]);
  });

  it("names the licence of every package that is in it", () => {
    const named = ["out/main", "out/renderer"].flatMap(
      (part) => JSON.parse(read(`${part}/licences.json`)) as Licence[],
    );
    const names = named.map(({ name }) => name);
    for (const name of ["better-sqlite3", "SQLite", "electron", "Node.js", "zod", "react"]) {
      expect(names, name).toContain(name);
    }
    expect(named.filter(({ licence }) => licence === "")).toEqual([]);
    const open =
      /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|CC0-1\.0|BlueOak-1\.0\.0|blessing)$/;
    expect(named.filter(({ licence }) => !open.test(licence))).toEqual([]);
    expect(existsSync(join(packed, "resources", "LICENSE.txt"))).toBe(true);
    expect(existsSync(join(packed, "LICENSES.chromium.html"))).toBe(true);
  });
});
