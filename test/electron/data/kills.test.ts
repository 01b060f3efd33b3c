import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { POINTS, practiceServer } from "../../helpers/practice.ts";
import { byElectronWords, sentOf } from "../program/deliveries.ts";
import { startPlainly } from "../program/plain-start.ts";
import { inElectron, programDir } from "../program/program.ts";

const ROWS = 180;
const ROWS_PER_BATCH = 3;
const KILLS = 4;
/** The longest that a sender lives once it has sent something. */
const MAX_LIFE_MS = 250;

inElectron("the real program, killed while it sends", () => {
  it("loses no row and repeats nothing, by the command line and by the window", {
    timeout: 240_000,
  }, async () => {
    const server = await practiceServer({
      record: true,
      faults: () => ({ kind: "none", delayMs: Math.random() * 60 }),
    });
    const dir = programDir();
    const dataDir = join(dir, "data");
    const list = join(dir, "list.csv");
    const rows = Array.from({ length: ROWS }, (_, at) => `p${at}@example.com,Ana\n`);
    writeFileSync(list, `email,first_name\n${rows.join("")}`, { mode: 0o644 });
    const { userId, accountId, apiKey } = server.credentials;
    const env = { API_KEY: apiKey };
    const say = (...words: readonly string[]) =>
      byElectronWords([...words, "--data-dir", dataDir], env);
    const who = ["--user", userId, "--account", accountId, "--key-env", "API_KEY"];
    expect(await say("profile", "add", "Shop", `--url=${server.url}`, ...who)).toMatchObject({
      status: 0,
    });
    const how = ["--campaign", POINTS, "--batch-rows", `${ROWS_PER_BATCH}`, "--queue-only"];
    expect(await say("import", list, "--profile", "Shop", ...how)).toMatchObject({ status: 0 });

    let interrupted = 0;
    for (let kill = 0; kill < 2 * KILLS; kill += 1) {
      const before = server.requests();
      const words = kill % 2 === 0 ? ["queue", "send"] : [];
      const start = startPlainly([...words, "--data-dir", dataDir]);
      await vi.waitUntil(() => server.requests() > before || start.child.exitCode !== null, {
        timeout: 30_000,
        interval: 5,
      });
      await pause(Math.random() * MAX_LIFE_MS);
      if (sentOf(dataDir, 1).some(({ state }) => state === "sending")) interrupted += 1;
      start.child.kill("SIGKILL");
      await start.ended();
    }
    await say("queue", "resume");
    await say("queue", "send");

    const sent = sentOf(dataDir, 1);
    const times = new Map<string, number>();
    for (const { rows: applied } of server.applied()) {
      const key = JSON.stringify(applied);
      times.set(key, (times.get(key) ?? 0) + 1);
    }
    const states = sent.map(({ state }) => state);
    const uncertain = states.filter((state) => state === "uncertain").length;
    console.info({ kills: 2 * KILLS, batches: sent.length, interrupted, uncertain });
    expect(states.filter((state) => state !== "uncertain" && state !== "accepted")).toEqual([]);
    expect(Math.max(...times.values())).toBe(1);
    expect(times.size).toBeGreaterThanOrEqual(sent.length - uncertain);
    expect(uncertain).toBeLessThanOrEqual(2 * KILLS);
    expect(interrupted).toBeGreaterThan(0);
  });
});
