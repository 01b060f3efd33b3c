import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { FaultPlan } from "../../../main/practice/faults/fault.ts";
import type { PracticeServer } from "../../../main/practice/server.ts";
import { POINTS, practiceServer } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { until } from "../../helpers/until.ts";
import { openScreen } from "../../window/browser/visit.ts";
import { atStep, choose, goOn } from "../../window/browser/wizard.ts";
import { answerDialogs, askedDialogs, chooseInMenu, run } from "../program/person.ts";
import { inElectron, type Program, programDir, startProgram } from "../program/program.ts";

const ROWS = 1500;

interface Shop {
  readonly dataDir: string;
  readonly server: PracticeServer;
  /** How often each customer has arrived. */
  arrivals(): readonly number[];
}

/** A data folder with a connection to a server of the test's own, set up by the command line. */
async function shop(plan: FaultPlan): Promise<Shop> {
  const dataDir = join(programDir(), "data");
  const server = await practiceServer({ faults: plan, record: true });
  const { userId, accountId, apiKey } = server.credentials;
  const added = await run(
    [
      ...["profile", "add", "Shop", `--url=${server.url}`, "--user", userId],
      ...["--account", accountId, "--key-env", "SHOP_KEY", "--data-dir", dataDir],
    ],
    { SHOP_KEY: apiKey },
  );
  expect(added).toMatchObject({ status: 0 });
  return {
    dataDir,
    server,
    arrivals() {
      const counts = new Map<string, number>();
      for (const row of server.applied().flatMap(({ rows }) => rows)) {
        const code = JSON.stringify(row);
        counts.set(code, (counts.get(code) ?? 0) + 1);
      }
      return [...counts.values()];
    },
  };
}

/** Opens a list of three batches and sends it; the first is on its way then. */
async function send({ dataDir, server }: Shop, amounts: boolean): Promise<Program> {
  const path = join(programDir(), "region.csv");
  const head = amounts ? "Customer code,Amount to add" : "Customer code,First name";
  const rows = Array.from({ length: ROWS }, (_, row) => `C${row},${amounts ? 1 : `Ana ${row}`}`);
  writeFileSync(path, [head, ...rows].join("\n"));
  const program = await startProgram({ dataDir, words: [path] });
  const { page } = program;
  await atStep(page, "file");
  await goOn(page, "columns");
  await goOn(page, "options");
  await choose(page, "Connection", "Shop");
  await page.getByRole("textbox", { name: "Add a campaign" }).fill(POINTS);
  await page.keyboard.press("Enter");
  await goOn(page, "review");
  const before = server.requests();
  await page.getByRole("button", { name: "Send 1,500 customers" }).click();
  await until(() => expect(server.requests()).toBeGreaterThan(before));
  return program;
}

function slow(delayMs: number): FaultPlan {
  return ({ type }) => (type === "customers_batch" ? faults.delay(delayMs) : undefined);
}

function once(arrivals: readonly number[]): void {
  expect(arrivals).toHaveLength(ROWS);
  expect(Math.max(...arrivals)).toBe(1);
}

async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

inElectron("the real program ends", () => {
  it("in order when its window is closed over a list that is not sent yet, which waits", async () => {
    const list = join(programDir(), "march.csv");
    writeFileSync(list, "Customer code,First name\n000501,Ana\n");
    const first = await startProgram({ words: [list] });
    await atStep(first.page, "file");
    await goOn(first.page, "columns");
    // Were anything asked, it would stay open.
    await answerDialogs(first.app, { box: 1 });
    await chooseInMenu(first.app, "close");
    expect(await first.ended()).toBe(0);
    expect(first.complaints).toEqual([]);
    expect(first.stderr()).toBe("");

    const second = await startProgram({ dataDir: first.dataDir });
    await second.page.getByRole("button", { name: "Continue the import of march.csv" }).click();
    await atStep(second.page, "columns");

    await openScreen(second.page, "Connections");
    await second.page.getByRole("button", { name: "Add a connection" }).click();
    await second.page.getByRole("textbox", { name: "Name", exact: true }).fill("Corner shop");
    await answerDialogs(second.app, { box: 1 });
    await chooseInMenu(second.app, "quit");
    await until(async () => expect(await askedDialogs(second.app)).toHaveLength(1));
    expect(await askedDialogs(second.app)).toEqual([
      expect.objectContaining({ message: "What you entered is not saved yet." }),
    ]);
    await heading(second.page, "New connection");
    await answerDialogs(second.app, { box: 0 });
    await chooseInMenu(second.app, "quit");
    expect(await second.ended()).toBe(0);
  });

  it("while it sends, after a question; what was not sent goes out at the next start, once", async () => {
    const there = await shop(slow(700));
    const program = await send(there, true);
    await answerDialogs(program.app, { box: 1 });
    await chooseInMenu(program.app, "close");
    await until(async () => expect(await askedDialogs(program.app)).toHaveLength(1));
    expect((await askedDialogs(program.app))[0]).toMatchObject({
      message: expect.stringMatching(/batch(es)? waits? to be sent\.$/),
      buttons: ["Close", "Stay open"],
    });
    await answerDialogs(program.app, { box: 0 });
    await chooseInMenu(program.app, "close");
    expect(await program.ended()).toBe(0);
    expect(there.server.applied().length).toBeLessThan(3);

    await startProgram({ dataDir: there.dataDir });
    await until(() => expect(there.arrivals()).toHaveLength(ROWS));
    once(there.arrivals());
  });

  it.runIf(process.platform !== "win32")(
    "by SIGTERM in the middle of sending, with no question and nothing lost or twice",
    async () => {
      const there = await shop(slow(700));
      const program = await send(there, true);
      await answerDialogs(program.app, { box: 1 });
      program.signal("SIGTERM");
      expect(await program.ended()).toBe(0);
      expect(there.server.applied().length).toBeLessThan(3);

      await startProgram({ dataDir: there.dataDir });
      await until(() => expect(there.arrivals()).toHaveLength(ROWS));
      once(there.arrivals());
    },
  );

  it("killed in the middle of sending: amounts are not added twice, a person decides", async () => {
    const there = await shop(forBatches(faults.hang("after-applying")));
    const program = await send(there, true);
    await until(() => expect(there.server.applied()).toHaveLength(1));
    await program.kill();

    const { page } = await startProgram({ dataDir: there.dataDir });
    await openScreen(page, "Queue");
    await page.getByText("Nobody knows whether rows 2 to 501 of region.csv arrived").waitFor();
    await page.getByText("Sending them again may add amounts twice").waitFor();
    await page.getByRole("button", { name: "They arrived" }).click();
    await until(() => expect(there.arrivals()).toHaveLength(ROWS));
    once(there.arrivals());
  });
});
