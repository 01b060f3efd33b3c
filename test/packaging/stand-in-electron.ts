import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where Electron's program keeps its fuses: this mark, version, length, one character a fuse. */
const FUSES = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const FUSE_COUNT = 9;

/**
 * A folder as Electron's download is unpacked for Linux, without a program in it: enough to pack
 * the application into, and to see how its fuses are flipped.
 */
export function makeStandInElectron(folder: string): void {
  mkdirSync(join(folder, "resources"), { recursive: true });
  mkdirSync(join(folder, "locales"), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from("not a program "),
    Buffer.from(FUSES, "latin1"),
    Buffer.from([1, FUSE_COUNT]),
    Buffer.from("1".repeat(FUSE_COUNT), "latin1"),
    Buffer.from(" end"),
  ]);
  writeFileSync(join(folder, "electron"), wire, { mode: 0o755 });
  for (const name of ["LICENSE", "LICENSES.chromium.html", "version", "chrome-sandbox"]) {
    writeFileSync(join(folder, name), name);
  }
  for (const name of ["en-US", "es", "de", "fr"]) {
    writeFileSync(join(folder, "locales", `${name}.pak`), "");
  }
}
