import { readdirSync, readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { workerBrowser } from "./browser/browser.ts";
import { visit } from "./browser/visit.ts";
import { choose, goOn, openList } from "./browser/wizard.ts";

const ROWS = 60_000;

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** The words each process was started with, and the process that started it. */
function processes(): readonly { readonly pid: number; readonly parent: number; words: string }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const words = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        return [{ pid: Number(name), parent, words }];
      } catch {
        return []; // It has ended since the folder was listed.
      }
    });
}

/** The process that reads, checks and queues lists for the program on this data folder. */
function stagingProcess(dataDir: string): number | null {
  const all = processes();
  const program = all.find(({ words }) => words.includes(dataDir) && words.includes("browser.js"));
  const staging = all.find(
    ({ parent, words }) => parent === program?.pid && words.includes("staging"),
  );
  return staging?.pid ?? null;
}

/** Ends it without a word, as an empty memory or a person's task list does. */
async function killStaging(dataDir: string): Promise<void> {
  const pid = await vi.waitUntil(() => stagingProcess(dataDir), { timeout: 20_000, interval: 5 });
  process.kill(pid, "SIGKILL");
}

// Windows and macOS list processes in other ways; what is tested is the same program.
describe.runIf(process.platform === "linux")("a process killed under the open window", () => {
  it("is told in the middle of the check and of the queueing; trying again loses no row", {
    timeout: 120_000,
  }, async () => {
    const { page, dataDir, complaints } = await visit(browser);
    const rows = Array.from({ length: ROWS }, (_, row) => `C${row},Ana ${row}`);
    await openList(page, "long.csv", `code,first_name\n${rows.join("\n")}\n`);
    await goOn(page, "columns");
    await goOn(page, "options");
    await choose(page, "Connection", /practice/i);
    const told = page.getByText("Nothing was lost; try again.");
    const again = page.getByRole("button", { name: "Try again" });

    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await page.getByRole("progressbar").first().waitFor();
    await killStaging(dataDir);
    await told.waitFor();
    await again.click();
    const send = page.getByRole("button", { name: "Send 60,000 customers" });
    await send.waitFor({ timeout: 60_000 });

    const killed = killStaging(dataDir);
    await send.click();
    await killed;
    await told.waitFor();
    await send.click();
    await page
      .getByRole("heading", { level: 1, name: "All customers have arrived" })
      .waitFor({ timeout: 60_000 });
    await page.getByText("60,000").waitFor();
    expect(complaints).toEqual([]);
  });
});
