import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { sweepPreparing } from "../../../main/pipeline/delivery/enqueue/sweep-preparing.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { killRun } from "./kill-run.ts";
import { workshop } from "./workshop.ts";

const KILLS = 20;
const QUEUEING_KILLS = 8;

test.each([1, 4])(
  "a sender of %i batches at once, killed again and again, loses no row and repeats no batch that must not be",
  async (parallel) => {
    const figures = await killRun(tempDir(), KILLS, parallel);
    console.info(figures);
    expect(figures).toMatchObject({
      kills: KILLS,
      rowsLost: 0,
      forbiddenRepeats: 0,
      integrity: "ok",
    });
    expect(figures.interrupted).toBeGreaterThan(0);
  },
  120_000,
);

test("an import whose queueing is killed is queued whole or not at all", async () => {
  const key = Buffer.alloc(32, 3);
  const shop = workshop(key);
  const rows = 3000;
  const script = join(import.meta.dirname, "../../helpers/processes/enqueue-process.ts");
  for (let kill = 0; kill < QUEUEING_KILLS; kill++) {
    const args = [script, shop.dataDir, key.toString("hex"), String(rows)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    // Listened for from the start: a child that has ended before its kill says so only once.
    const exited = once(child, "exit");
    await once(child.stdout, "data");
    await pause(Math.random() * 300);
    child.kill("SIGKILL");
    await exited;
    await sweepPreparing(shop.db);
    const phases = shop.db.prepare("SELECT DISTINCT phase FROM imports").pluck().all();
    expect(phases.filter((phase) => phase !== "queued")).toEqual([]);
    const { imports, batches } = shop.db
      .prepare(
        "SELECT (SELECT count(*) FROM imports) AS imports, (SELECT count(*) FROM batches) AS batches",
      )
      .get() as { readonly imports: number; readonly batches: number };
    expect(batches).toBe(imports * rows);
  }
  expect(shop.db.pragma("integrity_check", { simple: true })).toBe("ok");
}, 60_000);
