import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { Arch } from "electron-builder";
import { beforeAll, describe, expect, it } from "vitest";
import { suiteDir } from "../../helpers/temp-dir.ts";
import { filesIn, pack } from "./pack.ts";

/** A fuse in the program: the character 0 or 1. */
const OFF = 0x30;
const ON = 0x31;
/** The ninth, which the tool that reads fuses does not know yet: WebAssembly's trap handlers. */
const WIRE = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09010011001";

const MAC = "Loyalty Importer.app/Contents";

describe.runIf(process.platform === "linux").each([
  {
    platform: "linux",
    archs: [Arch.x64],
    made: [{ folder: "linux-unpacked", binary: "linux-x64" }],
    resources: "resources",
    program: "loyalty-importer",
    fuses: "loyalty-importer",
  },
  {
    platform: "win",
    archs: [Arch.x64],
    made: [{ folder: "win-unpacked", binary: "win32-x64" }],
    resources: "resources",
    program: "Loyalty Importer.exe",
    fuses: "Loyalty Importer.exe",
  },
  {
    platform: "mac",
    archs: [Arch.x64, Arch.arm64],
    made: [
      { folder: "mac", binary: "darwin-x64" },
      { folder: "mac-arm64", binary: "darwin-arm64" },
    ],
    resources: `${MAC}/Resources`,
    program: "Loyalty Importer.app",
    fuses: `${MAC}/Frameworks/Electron Framework.framework/Electron Framework`,
  },
] as const)("packed for $platform", ({ platform, archs, made, resources, program, fuses }) => {
  const dir = suiteDir();
  let output = "";
  beforeAll(async () => {
    output = await pack(dir, platform, ...archs);
  }, 120_000);

  it("has better-sqlite3's one binary that fits each processor, beside the archive", () => {
    for (const { folder, binary } of made) {
      const asar = join(output, folder, resources, "app.asar");
      const path = `/node_modules/better-sqlite3/prebuilds/${binary}.node`;
      expect(filesIn(asar).filter((file) => file.endsWith(".node"))).toEqual([path]);
      expect(existsSync(join(`${asar}.unpacked`, path))).toBe(true);
    }
  });

  it("has every fuse flipped", async () => {
    for (const { folder } of made) {
      const wire = await getCurrentFuseWire(join(output, folder, program));
      expect(wire).toMatchObject({
        [FuseV1Options.RunAsNode]: OFF,
        [FuseV1Options.EnableCookieEncryption]: ON,
        [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
        [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
        [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
        [FuseV1Options.OnlyLoadAppFromAsar]: ON,
        [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
        [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
      });
      expect(readFileSync(join(output, folder, fuses), "latin1")).toContain(WIRE);
    }
  });

  it("says what its archive must be, where the system checks that", () => {
    for (const { folder } of made) {
      if (platform === "mac") {
        const plist = readFileSync(join(output, folder, MAC, "Info.plist"), "utf8");
        expect(plist).toMatch(/ElectronAsarIntegrity[\s\S]*app\.asar[\s\S]*SHA256/);
        expect(plist).toMatch(/<key>LSHandlerRank<\/key>\s*<string>Alternate/);
      } else if (platform === "win") {
        const exe = readFileSync(join(output, folder, program), "latin1");
        expect(exe).toContain('[{"file":"resources\\\\app.asar","alg":"SHA256"');
      }
    }
  });
});
