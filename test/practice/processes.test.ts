import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { PRACTICE_CREDENTIALS } from "../../main/practice/account.ts";
import { imported, practiceServer, sendRows } from "../helpers/practice.ts";
import { tempDir } from "../helpers/temp-dir.ts";

const ENTRY = fileURLToPath(new URL("../helpers/processes/practice-process.ts", import.meta.url));

interface Served {
  readonly url: string;
  readonly credentials: typeof PRACTICE_CREDENTIALS;
  readonly process: ChildProcess;
}

async function serve(databasePath: string): Promise<Served> {
  const child = spawn(process.execPath, [ENTRY, databasePath], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const [url] = await once(createInterface(child.stdout), "line");
  return { url: String(url), credentials: PRACTICE_CREDENTIALS, process: child };
}

test("two processes serve one account at once without losing or doubling a row", async () => {
  const databasePath = join(tempDir(), "practice.sqlite");
  const servers = await Promise.all([serve(databasePath), serve(databasePath)]);
  await Promise.all(
    Array.from({ length: 60 }, async (_, index) => {
      const server = servers[index % 2] ?? servers[0];
      const reply = await sendRows(server, ["code", "auto_add"], [`C${index}|1`, "same|1"]);
      expect(reply).toMatchObject({ status: "success" });
    }),
  );
  const reader = await practiceServer({ databasePath });
  expect(reader.customers()).toHaveLength(61);
  expect(reader.applied()).toHaveLength(60);
  const same = reader.customers().find((each) => each.fields.code === "same");
  expect(same?.balances[0]?.amount).toBe(60);
});

test("a killed process leaves whole batches only, every answered one among them", async () => {
  const databasePath = join(tempDir(), "practice.sqlite");
  for (let round = 0; round < 3; round += 1) {
    const server = await serve(databasePath);
    const answered: string[] = [];
    const sending = async (lane: number) => {
      for (let index = 0; ; index += 1) {
        const name = `${round}-${lane}-${index}`;
        const rows = Array.from({ length: 20 }, (_, row) => `${name}-${row}|${name}`);
        const reply = await sendRows(server, ["code", "last_name"], rows);
        expect(reply).toEqual(imported(20, 0));
        answered.push(name);
      }
    };
    const lanes = Promise.allSettled([sending(0), sending(1)]);
    await expect.poll(() => answered.length).toBeGreaterThan(10 + round);
    server.process.kill("SIGKILL");
    const ends = await lanes;
    // Both lanes ended by the lost connection, not by a wrong reply.
    for (const end of ends) expect(end).toMatchObject({ reason: expect.any(TypeError) });

    const reader = await practiceServer({ databasePath });
    const sizes = Map.groupBy(reader.customers(), (each) => each.fields.last_name ?? "");
    for (const [, rows] of sizes) expect(rows).toHaveLength(20);
    expect([...sizes.keys()]).toEqual(expect.arrayContaining(answered));
    await reader.close();
  }
  const db = new Sqlite(databasePath);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  db.close();
});
