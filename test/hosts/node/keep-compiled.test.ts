import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../../main/entries/start/root.ts";
import { expectOwnerOnly, NO_SIGNAL, onPosix, tellToEnd } from "../../helpers/posix.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

const PROGRAM = join(ROOT, "out", "main", "browser.js");

/** Starts the built program, and ends it in order once it says where it is. */
async function run(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const { NODE_COMPILE_CACHE: _none, ...own } = process.env;
  const child = spawn(process.execPath, [PROGRAM, "--no-open", "--data-dir", dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...own, ...env },
  });
  const exited = once(child, "exit");
  await once(child.stdout, "data");
  tellToEnd(child);
  await exited;
}

onPosix(
  { title: "compiled code lies in the data folder, for its owner only", reason: NO_SIGNAL },
  async () => {
    const dataDir = join(tempDir(), "data");
    await run(dataDir);
    const cache = join(dataDir, "code-cache");
    expect(readdirSync(cache, { recursive: true }).length).toBeGreaterThan(1);
    expectOwnerOnly(cache);
    await run(dataDir);
  },
);

it("a place that the user has given to Node is left to it", async () => {
  const dir = tempDir();
  await run(join(dir, "data"), { NODE_COMPILE_CACHE: join(dir, "own") });
  expect(existsSync(join(dir, "data", "code-cache"))).toBe(false);
});
