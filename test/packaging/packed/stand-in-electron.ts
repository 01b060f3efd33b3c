import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../../../main/entries/start/root.ts";

/** Where Electron's program keeps its fuses: this mark, version, length, one character a fuse. */
const FUSES = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const FUSE_COUNT = 9;
/** As Electron 45 comes: running as Node, NODE_OPTIONS, inspecting, `file:` and WebAssembly traps. */
const WIRE = "101100011";

/** A program file of Windows with a version in it, which the packager writes into. */
const WINDOWS_PROGRAM = "node_modules/electron-winstaller/vendor/Setup.exe";

export type PackedFor = "linux" | "win" | "mac";

/**
 * A folder as Electron's download is unpacked, without a program in it that runs: enough to pack
 * the application into, and to see how its fuses are flipped.
 */
export function makeStandInElectron(folder: string, platform: PackedFor): void {
  for (const name of ["LICENSE", "LICENSES.chromium.html", "version"]) write(folder, name, name);
  if (platform === "mac") makeMac(folder);
  else makePlain(folder, platform);
}

function makePlain(folder: string, platform: "linux" | "win"): void {
  const program = platform === "win" ? readFileSync(join(ROOT, WINDOWS_PROGRAM)) : "not a program ";
  const name = platform === "win" ? "electron.exe" : "electron";
  write(folder, name, Buffer.concat([Buffer.from(program), fuses()]));
  if (platform === "linux") write(folder, "chrome-sandbox", "");
  for (const language of ["en-US", "es", "de", "fr"]) {
    write(folder, `locales/${language}.pak`, "");
  }
  mkdirSync(join(folder, "resources"), { recursive: true });
}

function makeMac(folder: string): void {
  const contents = "Electron.app/Contents";
  const frameworks = `${contents}/Frameworks`;
  write(folder, `${contents}/MacOS/Electron`, "not a program");
  write(folder, `${contents}/Info.plist`, plist("Electron"));
  const framework = `${frameworks}/Electron Framework.framework`;
  write(folder, `${framework}/Electron Framework`, fuses());
  for (const kind of ["", " (Renderer)", " (Plugin)", " (GPU)"]) {
    const helper = `Electron Helper${kind}`;
    write(folder, `${frameworks}/${helper}.app/Contents/MacOS/${helper}`, "not a program");
    write(folder, `${frameworks}/${helper}.app/Contents/Info.plist`, plist(helper));
  }
  for (const language of ["en", "es", "de"]) {
    write(folder, `${contents}/Resources/${language}.lproj/locale.pak`, "");
    write(folder, `${framework}/Versions/A/Resources/${language}.lproj/locale.pak`, "");
  }
  copyFileSync(join(ROOT, "build/icon.icns"), join(folder, contents, "Resources/electron.icns"));
}

function fuses(): Buffer {
  return Buffer.concat([
    Buffer.from(FUSES, "latin1"),
    Buffer.from([1, FUSE_COUNT]),
    Buffer.from(WIRE, "latin1"),
    Buffer.from(" end"),
  ]);
}

function plist(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>com.github.Electron</string>
<key>CFBundleName</key><string>${name}</string>
</dict></plist>
`;
}

function write(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, { mode: 0o755 });
}
