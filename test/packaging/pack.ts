import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listPackage } from "@electron/asar";
import { type Arch, build, Platform } from "electron-builder";
import { ROOT } from "../../main/start/root.ts";
import { makeStandInElectron, type PackedFor } from "./stand-in-electron.ts";

export const about = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

const PLATFORMS = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC };

/**
 * Packs the built application with the repository's own configuration, into a folder and unsigned.
 * @param dir an empty folder, for everything
 * @returns the folder with what was packed
 */
export async function pack(dir: string, platform: PackedFor, ...archs: Arch[]): Promise<string> {
  makeStandInElectron(join(dir, "electron"), platform);
  // A copy: a build that runs meanwhile must not change what is packed.
  const parts = ["out", "build", "package.json", "package-lock.json", "electron-builder.yml"];
  for (const name of [...parts, "LICENSE"]) {
    cpSync(join(ROOT, name), join(dir, "app", name), { recursive: true });
  }
  for (const name of ["better-sqlite3", "node-addon-api"]) {
    const from = join(ROOT, "node_modules", name);
    if (existsSync(from)) cpSync(from, join(dir, "app", "node_modules", name), { recursive: true });
  }
  const output = join(dir, "dist");
  await build({
    projectDir: join(dir, "app"),
    targets: PLATFORMS[platform].createTarget("dir", ...archs),
    publish: "never",
    config: {
      electronDist: join(dir, "electron"),
      electronVersion: about.devDependencies.electron,
      directories: { output },
      // macOS' own tool makes a seal.
      electronFuses: { resetAdHocDarwinSignature: false },
    },
  });
  return output;
}

/** What lies in an archive, in the spelling of any platform. */
export function filesIn(asar: string): readonly string[] {
  return listPackage(asar, { isPack: false }).map((file) => file.replaceAll("\\", "/"));
}
