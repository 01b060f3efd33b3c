import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import type { PracticeServer } from "../../../main/practice/server.ts";
import { POINTS, practiceServer } from "../../helpers/practice.ts";
import { faults } from "../../helpers/servers/faults.ts";
import { addConnection, atStep, toReview } from "../../window/browser/wizard.ts";
import { startPlainly } from "../program/plain-start.ts";
import { inElectron, type Program, programDir, startProgram } from "../program/program.ts";

const LIST = "code,first_name\nC1,Ana\nC2,Ben\n";
/** A reply that comes while the program already ends. */
const REPLY_MS = 6000;

function listFile(name: string): string {
  const path = join(programDir(), name);
  // The ordinary user reads it.
  writeFileSync(path, LIST, { mode: 0o644 });
  return path;
}

/** A program with a batch on its way, whose reply is long in coming. */
async function sending(): Promise<{ readonly program: Program; readonly server: PracticeServer }> {
  let batches = 0;
  const server = await practiceServer({
    faults: ({ type }) => {
      if (type !== "customers_batch") return undefined;
      batches += 1;
      return faults.delay(REPLY_MS);
    },
  });
  const program = await startProgram();
  const { page } = program;
  // Nothing holds a key ring here.
  const accepted = page.getByRole("button", { name: "Keep it this way" }).click();
  await Promise.all([addConnection(page, "Shop", server, POINTS), accepted]);
  await toReview(page, { name: "sent.csv", text: LIST }, "Shop");
  await page.getByRole("button", { name: /^Send 2 customers/ }).click();
  await vi.waitUntil(() => batches === 1, { timeout: 20_000 });
  return { program, server };
}

inElectron("the start and the end of the real program", () => {
  it.skipIf(process.platform === "win32")(
    "a signal at any moment of the start ends the program at once, without a box or a word",
    { timeout: 150_000 },
    async () => {
      const began = performance.now();
      const program = await startProgram();
      const whole = performance.now() - began;
      await program.kill();
      const ends: string[] = [];
      for (let part = 0.25; part < 1.1; part += 0.07) {
        const start = startPlainly(["--data-dir", join(programDir(), "data")]);
        await wait(whole * part);
        start.child.kill("SIGTERM");
        const end = await Promise.race([start.ended(), wait(10_000, "hangs")]);
        ends.push(`${end} ${start.stderr()}`.trim());
        if (end === "hangs") break;
      }
      // A signal that comes before Electron has read the program ends it by itself.
      expect(ends.filter((end) => end !== "SIGTERM" && end !== "0")).toEqual([]);
      expect(ends.at(-1)).toBe("0");
    },
  );

  it.skipIf(process.platform === "win32")(
    "a batch on its way is waited for at the first signal, and not at a second one",
    { timeout: 90_000 },
    async () => {
      const { program } = await sending();
      const began = performance.now();
      program.signal("SIGTERM");
      await wait(2000);
      program.signal("SIGTERM");
      expect(await program.ended()).toBe(1);
      expect(performance.now() - began).toBeLessThan(REPLY_MS - 1000);
    },
  );

  it.skipIf(process.platform === "win32")(
    "a start while the program still waits for a reply has its own window with its list",
    { timeout: 90_000 },
    async () => {
      const { program, server } = await sending();
      const file = listFile("later.csv");
      program.signal("SIGTERM");
      await wait(300);
      const later = await startProgram({ dataDir: program.dataDir, words: [file] });
      expect(await program.ended()).toBe(0);
      await atStep(later.page, "file");
      await later.page.getByText("later.csv").first().waitFor();
      expect(server.applied()).toHaveLength(1);
      expect(await later.quit()).toBe(0);
      expect(later.stderr()).toBe("");
    },
  );

  it("who asks for a list while the window closes has a window with it", async () => {
    const program = await startProgram();
    const file = listFile("asked.csv");
    const [page] = await Promise.all([
      program.app.waitForEvent("window"),
      program.app.evaluate(async ({ app, BrowserWindow }, path) => {
        await new Promise((turn) => setImmediate(turn));
        BrowserWindow.getAllWindows()[0]?.close();
        app.emit("second-instance", {}, [], "/", { files: [path], screen: null });
      }, file),
    ]);
    await atStep(page, "file");
    await page.getByText("asked.csv").first().waitFor();
    expect(await program.quit()).toBe(0);
  });

  it("command lines at once, on one data folder, all do their work", async () => {
    const dataDir = join(programDir(), "data");
    const all = Array.from({ length: 3 }, () =>
      startPlainly(["history", "list", "--data-dir", dataDir]),
    );
    const ends = await Promise.all(all.map(async (one) => [await one.ended(), one.stderr()]));
    expect(ends).toEqual(Array.from({ length: 3 }, () => [0, ""]));
  });

  it.skipIf(process.platform !== "linux")(
    "a start that can neither have the lock of its data folder nor reach who has it says so",
    async () => {
      const dataDir = programDir();
      // In the place of the link that is the lock; some drives hold no links at all.
      mkdirSync(join(dataDir, "SingletonLock"));
      const start = startPlainly(["--data-dir", dataDir]);
      await vi.waitUntil(() => start.stderr() !== "", { timeout: 20_000 });
      expect(start.stderr()).toMatch(
        /^Loyalty Importer cannot make sure that nobody else has the data folder/,
      );
      // A box says it too, and stands until somebody closes it.
      await wait(1000);
      expect(start.child.exitCode).toBeNull();
      start.child.kill("SIGTERM");
      expect(await start.ended()).toBe("SIGTERM");
    },
  );
});
