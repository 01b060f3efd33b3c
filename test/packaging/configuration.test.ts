import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateConfiguration } from "app-builder-lib/out/util/config/config.js";
import { DebugLogger } from "builder-util";
import type { Configuration } from "electron-builder";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../main/start/root.ts";

const config = load(readFileSync(join(ROOT, "electron-builder.yml"), "utf8")) as Configuration;

describe("the configuration of packages", () => {
  it("is valid", async () => {
    await expect(
      validateConfiguration(structuredClone(config), new DebugLogger(false)),
    ).resolves.toBeUndefined();
  });

  it("has the name under which Windows knows the running program", () => {
    const source = readFileSync(join(ROOT, "main/hosts/electron/run-electron.ts"), "utf8");
    expect(source).toContain(`setAppUserModelId("${config.appId}")`);
  });

  it("for Windows is for one user, without an administrator, and portable", () => {
    expect(config.win?.target).toEqual(["nsis", "portable"]);
    expect(config.nsis).toMatchObject({
      oneClick: true,
      perMachine: false,
      deleteAppDataOnUninstall: false,
    });
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

  it("for Linux is an AppImage, a deb and an rpm", () => {
    expect(config.linux?.target).toEqual(["AppImage", "deb", "rpm"]);
  });

  it("names icons that are there and lists that open with the program", () => {
    for (const icon of [config.win?.icon, config.mac?.icon, config.linux?.icon]) {
      expect(existsSync(join(ROOT, String(icon))), String(icon)).toBe(true);
    }
    expect(config.fileAssociations).toMatchObject([
      { ext: ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv"], rank: "Alternate" },
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
    });
  });
});
