import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { dropOldCrashes } from "../../../../main/hosts/electron/end/crashes.ts";
import { setUpPaths } from "../../../../main/hosts/electron/start/paths.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { told } from "../stand-in/index.ts";

const DAY_S = 24 * 60 * 60;

it("crash dumps stay on this computer, for two weeks", async () => {
  const dataDir = tempDir();
  setUpPaths(dataDir);
  expect(told.crashReporter).toEqual({ uploadToServer: false });
  const crashes = told.paths.get("crashDumps") ?? "";
  const dumps = [
    { path: join(crashes, "completed", "old.dmp"), days: 15, stays: false },
    { path: join(crashes, "pending", "fresh.dmp"), days: 13, stays: true },
    { path: join(crashes, "settings.dat"), days: 100, stays: true },
    { path: join(dataDir, "chromium-command-line/crashes/old.dmp"), days: 15, stays: false },
  ];
  for (const { path, days } of dumps) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "memory");
    const then = Date.now() / 1000 - days * DAY_S;
    utimesSync(path, then, then);
  }
  await dropOldCrashes(dataDir);
  for (const { path, stays } of dumps) expect(existsSync(path), path).toBe(stays);
});

it("a data folder in which nothing ever crashed is left alone", async () => {
  await expect(dropOldCrashes(tempDir())).resolves.toBeUndefined();
});
