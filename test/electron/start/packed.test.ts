import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Arch } from "electron-builder";
import { beforeAll, expect, it } from "vitest";
import { VERSION } from "../../../main/common/version.ts";
import { suiteDir } from "../../helpers/temp-dir.ts";
import { until } from "../../helpers/until.ts";
import { packInto } from "../../packaging/packed/pack.ts";
import { smoke } from "../../packaging/packed/smoke-run.ts";
import { askElectron } from "../program/fill-in.ts";
import { isRoot } from "../program/find-electron.ts";
import { startAs } from "../program/prepare.ts";
import { inElectron, prepared, programDir } from "../program/program.ts";

const LIMIT_MS = 60_000;

/** On the other platforms the release workflow starts what it packs. */
inElectron.onLinux("the program packed into the real Electron", () => {
  const dir = suiteDir();
  const resources = join(dir, "dist", "linux-unpacked", "resources");
  const program = join(dir, "dist", "linux-unpacked", "loyalty-importer");

  beforeAll(async () => {
    const { program: electron, folder } = prepared();
    const dist = join(dir, "electron");
    cpSync(dirname(electron), dist, { recursive: true });
    // What Electron itself would show in place of an application.
    rmSync(join(dist, "resources"), { recursive: true });
    mkdirSync(join(dist, "resources"));
    const { electron: version } = askElectron(electron);
    await packInto(dir, "linux", [Arch.x64], { electron: dist, version, app: folder });
    chmodSync(dir, 0o755);
    // As a package's installation leaves it.
    if (isRoot()) chmodSync(join(dirname(program), "chrome-sandbox"), 0o4755);
  }, 180_000);

  function start(
    words: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): SpawnSyncReturns<string> {
    const { command, words: all, env: whole } = startAs(prepared(), program, words, env);
    return spawnSync(command, all, { env: whole, encoding: "utf8", timeout: LIMIT_MS });
  }

  it("reads every kind of list, sends, opens its window, takes a second start, and ends in order", {
    timeout: 240_000,
  }, async () => {
    const told: string[] = [];
    const { command, words, env } = startAs(prepared(), program, []);
    const tell = (line: string) => told.push(line);
    await smoke({ command, first: words, env, dir: programDir(), tell });
    expect(told.at(-1)).toBe("The window opened, took a second start's list, and ended in order.");
  });

  it("has its database's binary and its sample list beside the archive", () => {
    const binary = "app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node";
    for (const name of ["app.asar", binary, "customers-sample.xlsx"]) {
      expect(existsSync(join(resources, name)), name).toBe(true);
    }
  });

  it("is no Node, loads nothing that the environment names, and opens to no debugger", () => {
    const trap = join(programDir(), "trap.cjs");
    writeFileSync(trap, 'process.stdout.write("trapped");\n');
    const asNode = start(["--version"], { ELECTRON_RUN_AS_NODE: "1" });
    expect(asNode.stdout.trim()).toBe(VERSION);
    const withOptions = start(["--version"], { NODE_OPTIONS: `--require ${trap}` });
    expect(withOptions.stdout.trim()).toBe(VERSION);
    const inspected = start(["--inspect=0", "--remote-debugging-port=0", "--version"]);
    expect(inspected.stdout.trim()).toBe(VERSION);
    expect(inspected.stderr).not.toMatch(/listening on ws:/);
  });

  it("runs from its archive only, whatever lies beside it", () => {
    const beside = join(resources, "app");
    mkdirSync(beside);
    writeFileSync(join(beside, "package.json"), '{"name":"other","main":"main.cjs"}');
    writeFileSync(join(beside, "main.cjs"), 'process.stdout.write("other"); process.exit(0);\n');
    try {
      expect(start(["--version"]).stdout.trim()).toBe(VERSION);
    } finally {
      rmSync(beside, { recursive: true });
    }
  });

  it("opens no window without its sandbox, and says so", async () => {
    const words = ["--no-sandbox", "--data-dir", join(programDir(), "data")];
    const { command, words: all, env } = startAs(prepared(), program, words);
    const child = spawn(command, all, { env });
    const exited = once(child, "exit");
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    // A box says it too, and stands until somebody closes it.
    await until(() => expect(said).toMatch(/sandbox/));
    child.kill("SIGKILL");
    await exited;
  });
});
