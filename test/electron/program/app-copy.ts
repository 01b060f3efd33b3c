import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ROOT } from "../../../main/entries/start/root.ts";
import { askElectron, fillIn, SAFE_STORAGE } from "./fill-in.ts";

/** Node-API that better-sqlite3's own binaries need. */
const NODE_API = 10;

/**
 * The built application in a folder that everybody may read, and that a build meanwhile does not
 * change. An Electron older than the one of package.json gets what it lacks filled in; for the
 * right one nothing is changed.
 * @param folder is made
 */
export function copyApp(folder: string, program: string): void {
  const about = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, "out"), join(folder, "out"), { recursive: true });
  const sqlite = join("node_modules", "better-sqlite3");
  cpSync(join(ROOT, sqlite), join(folder, sqlite), {
    recursive: true,
    filter: (path) => !/better-sqlite3[\\/](?:deps|src|build)(?:[\\/]|$)/.test(path),
  });
  const { electron, napi } = askElectron(program);
  const isOther = electron !== about.devDependencies.electron;
  if (isOther) {
    const built = join(folder, "out", "main");
    fillIn(built, program);
    writeFileSync(join(built, "safe-storage.js"), SAFE_STORAGE);
    const start = `import "./safe-storage.js";\nimport "./${basename(about.main)}";\n`;
    writeFileSync(join(built, "filled-in.js"), start);
  }
  if (napi < NODE_API) bringSqlite(join(folder, sqlite), program);
  const { name, productName, version, type } = about;
  const main = isOther ? "out/main/filled-in.js" : about.main;
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name, productName, version, type, main }),
  );
}

/** Whoever brings an old Electron brings a better-sqlite3 built for it, beside its folder. */
function bringSqlite(folder: string, program: string): void {
  const made = join(dirname(program), "..", "better-sqlite3.node");
  if (!existsSync(made)) throw new Error(`This Electron needs its own better-sqlite3: ${made}`);
  const binary = `${process.platform}-${process.arch}.node`;
  copyFileSync(made, join(folder, "prebuilds", binary));
}
