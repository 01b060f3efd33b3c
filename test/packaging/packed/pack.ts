import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listPackage } from "@electron/asar";
import { type Arch, build, Platform } from "electron-builder";
import { ROOT } from "../../../main/entries/start/root.ts";
import { makeStandInElectron, type PackedFor } from "./stand-in-electron.ts";

export const about = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

const PLATFORMS = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC };

/** A real Electron to pack into, and the application made to run in it. */
export interface PackInto {
  /** The folder of Electron's program. */
  readonly electron: string;
  readonly version: string;
  /** A folder with `out`, `node_modules` and a package.json that names the main file. */
  readonly app: string;
}

/**
 * Packs the built application with the repository's own configuration, into a folder and unsigned.
 * @param dir an empty folder, for everything
 * @returns the folder with what was packed
 */
export async function pack(dir: string, platform: PackedFor, ...archs: Arch[]): Promise<string> {
  const electron = join(dir, "electron");
  makeStandInElectron(electron, platform);
  const version = about.devDependencies.electron;
  return await packInto(dir, platform, archs, { electron, version, app: ROOT });
}

/** The same into a real Electron. */
export async function packInto(
  dir: string,
  platform: PackedFor,
  archs: readonly Arch[],
  into: PackInto,
): Promise<string> {
  // A copy: a build that runs meanwhile must not change what is packed.
  for (const name of ["build", "package.json", "package-lock.json", "electron-builder.yml"]) {
    cpSync(join(ROOT, name), join(dir, "app", name), { recursive: true });
  }
  cpSync(join(ROOT, "LICENSE"), join(dir, "app", "LICENSE"));
  const modules = ["better-sqlite3", "node-addon-api"].map((name) => join("node_modules", name));
  for (const name of ["out", ...modules]) {
    const from = join(into.app, name);
    if (existsSync(from)) cpSync(from, join(dir, "app", name), { recursive: true });
  }
  const { main } = JSON.parse(readFileSync(join(into.app, "package.json"), "utf8"));
  const output = join(dir, "dist");
  await build({
    projectDir: join(dir, "app"),
    targets: PLATFORMS[platform].createTarget("dir", ...archs),
    publish: "never",
    config: {
      electronDist: into.electron,
      electronVersion: into.version,
      extraMetadata: { main },
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
