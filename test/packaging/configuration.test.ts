import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateConfiguration } from "app-builder-lib/out/util/config/config.js";
import { DebugLogger } from "builder-util";
import type { Configuration } from "electron-builder";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";

const config = load(readFileSync(join(ROOT, "electron-builder.yml"), "utf8")) as Configuration;

describe("the configuration of packages", () => {
  it("is valid", async () => {
    await expect(
      validateConfiguration(structuredClone(config), new DebugLogger(false)),
    ).resolves.toBeUndefined();
  });

  it("has the name under which Windows knows the running program", () => {
    const source = readFileSync(join(ROOT, "main/hosts/electron/start/run-electron.ts"), "utf8");
    expect(source).toContain(`setAppUserModelId("${config.appId}")`);
  });

  it("for Windows is for one user, without an administrator, and portable", () => {
    expect(config.win?.target).toEqual(["nsis", "portable"]);
    expect(config.win?.signtoolOptions).toEqual({ signingHashAlgorithms: ["sha256"] });
    expect(config.nsis).toMatchObject({
      oneClick: true,
      perMachine: false,
      deleteAppDataOnUninstall: false,
    });
    // Else a second start would empty the folder that the first one runs in.
    expect(config.portable?.unpackDirName).toBe(true);
  });

  it("for macOS is for both processors, hardened, notarised where keys are there", () => {
    expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true });
    expect(config.mac?.target).toEqual([
      { target: "dmg", arch: ["x64", "arm64"] },
      { target: "zip", arch: ["x64", "arm64"] },
    ]);
    const rights = readFileSync(join(ROOT, config.mac?.entitlements ?? ""), "utf8");
    expect([...rights.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
      "com.apple.security.cs.allow-jit",
    ]);
  });

  it("for Linux is an AppImage, a deb and an rpm, none of which gives up the sandbox", () => {
    expect(config.linux?.target).toEqual(["AppImage", "deb", "rpm"]);
    // Without FUSE 2, which today's distributions lack.
    expect(config.toolsets?.appimage).toMatch(/^1\./);
    // By itself the packager adds --no-sandbox there.
    expect(config.appImage?.executableArgs).toEqual([]);
  });

  it("for Linux asks for every library that Electron's program is linked to, beside the packager's own", () => {
    expect(config.deb).not.toHaveProperty("depends");
    expect(config.deb?.fpm).toEqual(
      ["libasound2t64 | libasound2", "libgbm1"].map((name) => `--depends=${name}`),
    );
    expect(config.rpm).not.toHaveProperty("depends");
    expect(config.rpm?.fpm).toEqual([
      ...["(alsa-lib or libasound2)", "(mesa-libgbm or libgbm1)"].map(
        (name) => `--depends=${name}`,
      ),
      "--rpm-rpmbuild-define=_build_id_links none",
    ]);
  });

  it("names icons that are there", () => {
    for (const icon of [config.win?.icon, config.mac?.icon, config.linux?.icon]) {
      expect(existsSync(join(ROOT, String(icon))), String(icon)).toBe(true);
    }
  });

  it("offers the program for lists, and takes no ending away from the spreadsheet program", () => {
    const endings = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv"];
    // The packager's own way for Windows and Linux takes endings over; macOS has ranks.
    expect(config.fileAssociations).toBeUndefined();
    expect(config.mac?.fileAssociations).toMatchObject([{ ext: endings, rank: "Alternate" }]);
    expect(config.linux?.mimeTypes).toHaveLength(endings.length);
    const script = readFileSync(join(ROOT, config.nsis?.include ?? ""), "utf8");
    const offered = [...script.matchAll(/insertmacro \$\{DO\} "(\w+)"/g)].map(([, name]) => name);
    expect(offered).toEqual(endings);
    // The name of an ending's value: where it is empty, it is the one that a double click follows.
    const values = [...script.matchAll(/"Software\\Classes\\\.\$\{ENDING\}(\S*)" "(\S*)"/g)];
    expect(values.map(([, key, name]) => [key, name])).toEqual([
      ["\\OpenWithProgids", "$" + "{LIST_CLASS}"],
      ["\\OpenWithProgids", "$" + "{LIST_CLASS}"],
    ]);
  });

  it("flips the fuses", () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      // No fuse: Apple's processors start nothing whose seal does not fit.
      resetAdHocDarwinSignature: true,
    });
  });
});
