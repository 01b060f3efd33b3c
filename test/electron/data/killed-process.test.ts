import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { choose, goOn } from "../../window/browser/wizard.ts";
import { inElectron, type Program, programDir, startProgram } from "../program/program.ts";

const ROWS = 60_000;

/** Ends the process that reads, checks and queues lists, as a full memory or a task list does. */
async function killStaging({ app }: Program): Promise<void> {
  const pid = await vi.waitUntil(
    () =>
      app
        .evaluate(
          ({ app: running }) =>
            running.getAppMetrics().find(({ name }) => name === "Loyalty Importer staging")?.pid,
        )
        // The debugger may lose an answer; it is asked again.
        .catch(() => undefined),
    { timeout: 20_000, interval: 5 },
  );
  process.kill(pid, "SIGKILL");
}

inElectron("a utility process killed under the real window", () => {
  it("is told in the middle of the check and of the queueing; trying again loses no row", async () => {
    const list = join(programDir(), "long.csv");
    const rows = Array.from({ length: ROWS }, (_, row) => `C${row},Ana ${row}`);
    writeFileSync(list, `code,first_name\n${rows.join("\n")}\n`);
    const program = await startProgram({ words: [list] });
    const { page } = program;
    await goOn(page, "columns");
    await goOn(page, "options");
    await choose(page, "Connection", /practice/i);
    const told = page.getByText("Nothing was lost; try again.");

    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await killStaging(program);
    await told.waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    const send = page.getByRole("button", { name: "Send 60,000 customers" });
    await send.waitFor({ timeout: 60_000 });

    const killed = killStaging(program);
    await send.click();
    await killed;
    await told.waitFor();
    await send.click();
    await page
      .getByRole("heading", { level: 1, name: "All customers have arrived" })
      .waitFor({ timeout: 60_000 });
    await page.getByText("60,000").first().waitFor();
    expect(program.complaints).toEqual([]);
    expect(await program.quit()).toBe(0);
  });
});
