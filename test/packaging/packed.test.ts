import { cpSync, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { extractFile, listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { Arch, build, Platform } from "electron-builder";
import { beforeAll, describe, expect, it } from "vitest";
import { ENTRIES } from "../../main/hosts/entries.ts";
import { ROOT } from "../../main/start/root.ts";
import type { Licence } from "../../preload/types.ts";
import { suiteDir } from "../helpers/temp-dir.ts";
import { makeStandInElectron } from "./stand-in-electron.ts";

const MEBIBYTE = 1024 * 1024;
/** A fuse in the program: the character 0 or 1. */
const OFF = 0x30;
const ON = 0x31;

const about = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** A package for Linux is made of plain folders; the others need tools of their platform. */
describe.runIf(process.platform === "linux")("the packed application", () => {
  const dir = suiteDir();
  const packed = join(dir, "dist", "linux-unpacked");
  const asar = join(packed, "resources", "app.asar");
  const unpacked = `${asar}.unpacked`;
  let files: readonly string[] = [];

  beforeAll(async () => {
    makeStandInElectron(join(dir, "electron"));
    // A copy: a build that runs meanwhile must not change what is packed.
    for (const name of ["out", "build", "package.json", "electron-builder.yml", "LICENSE"]) {
      cpSync(join(ROOT, name), join(dir, "app", name), { recursive: true });
    }
    for (const name of ["better-sqlite3", "node-addon-api"]) {
      const from = join(ROOT, "node_modules", name);
      if (existsSync(from))
        cpSync(from, join(dir, "app", "node_modules", name), { recursive: true });
    }
    cpSync(join(ROOT, "package-lock.json"), join(dir, "app", "package-lock.json"));
    await build({
      projectDir: join(dir, "app"),
      targets: Platform.LINUX.createTarget("dir", Arch.x64),
      publish: "never",
      config: {
        electronDist: join(dir, "electron"),
        electronVersion: about.devDependencies.electron,
        directories: { output: join(dir, "dist") },
      },
    });
    files = listPackage(asar, { isPack: false });
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

  it("has better-sqlite3's one binary that fits, beside the archive", () => {
    const binaries = files.filter((file) => file.endsWith(".node"));
    const binary = "/node_modules/better-sqlite3/prebuilds/linux-x64.node";
    expect(binaries).toEqual([binary]);
    expect(existsSync(join(unpacked, binary))).toBe(true);
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
    for (const name of ["index", "cli", ...Object.keys(ENTRIES)]) {
      expect(files, name).toContain(`/out/main/${name}.js`);
    }
    expect(files).toContain("/out/preload/index.cjs");
    expect(files).toContain("/out/renderer/index.html");
    expect(files).toContain("/out/main/customers-sample.xlsx");
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
    for (const name of ["better-sqlite3", "@e965/xlsx", "zod", "react", "@mantine/core"]) {
      expect(names, name).toContain(name);
    }
    expect(named.filter(({ licence }) => licence === "")).toEqual([]);
    const open = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|CC0-1\.0|BlueOak-1\.0\.0)$/;
    expect(named.filter(({ licence }) => !open.test(licence))).toEqual([]);
    expect(existsSync(join(packed, "resources", "LICENSE.txt"))).toBe(true);
    expect(existsSync(join(packed, "LICENSES.chromium.html"))).toBe(true);
  });

  it("has its fuses flipped", async () => {
    const wire = await getCurrentFuseWire(join(packed, "loyalty-importer"));
    const state = (fuse: FuseV1Options) => wire[fuse];
    expect(state(FuseV1Options.RunAsNode)).toBe(OFF);
    expect(state(FuseV1Options.EnableCookieEncryption)).toBe(ON);
    expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(OFF);
    expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(OFF);
    expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(ON);
    expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(ON);
    expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(OFF);
  });
});
