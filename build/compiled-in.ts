import { globSync, readFileSync } from "node:fs";
import type { Licence } from "../preload/types.ts";
import { standardText } from "./standard-licences.ts";

const SQLITE_WORDS = `SQLite is in the public domain. In place of a legal notice its authors give a blessing:

May you do good and not evil.
May you find forgiveness for yourself and forgive others.
May you share freely, never taking more than you give.`;

/**
 * What packages bring as machine code, which no module graph knows. Chromium's parts are listed in
 * a file beside the program, which Electron brings.
 */
export function compiledIn(packages: readonly Licence[]): readonly Licence[] {
  const names = new Set(packages.map(({ name }) => name));
  return [
    ...(names.has("better-sqlite3") ? [sqlite()] : []),
    ...(names.has("electron") ? [node()] : []),
  ];
}

function sqlite(): Licence {
  const script = readFileSync("node_modules/better-sqlite3/deps/download.sh", "utf8");
  const [, major = "", minor = "", patch = ""] = /VERSION="(\d)(\d\d)(\d\d)/.exec(script) ?? [];
  const version = [major, minor, patch].map(Number).join(".");
  return { name: "SQLite", version, licence: "blessing", text: SQLITE_WORDS };
}

/** Node's own file also has the words of all that is in it; the version is that we develop with. */
function node(): Licence {
  const [file] = globSync("node_modules/node/node_modules/node-*/LICENSE");
  const about = JSON.parse(readFileSync("node_modules/node/package.json", "utf8")) as {
    readonly version: string;
  };
  const text =
    file === undefined
      ? standardText("MIT", "Node.js contributors")
      : readFileSync(file, "utf8").trim();
  return { name: "Node.js", version: about.version, licence: "MIT", text };
}
