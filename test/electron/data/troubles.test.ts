import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { atStep, goOn } from "../../window/browser/wizard.ts";
import { startPlainly } from "../program/plain-start.ts";
import { inElectron, programDir, startProgram } from "../program/program.ts";

const SECRET = "Ana Núñez";

inElectron("troubles of the real program", () => {
  it("a list that cannot be opened is told in the window, by a start and by a second one", async () => {
    const broken = join(programDir(), "broken.xlsx");
    writeFileSync(broken, "PK\u0003\u0004 and no more of a workbook");
    chmodSync(broken, 0o644);
    const { page, dataDir } = await startProgram({ words: [broken] });
    await page
      .getByRole("alert")
      .getByText(/broken\.xlsx/)
      .waitFor();
    const second = startPlainly([join(programDir(), "missing.csv"), "--data-dir", dataDir]);
    expect(await second.ended()).toBe(0);
    await page
      .getByRole("alert")
      .getByText(/"missing\.csv" was not found/)
      .waitFor();
  });

  it("a list that was sent leaves no error in the log", async () => {
    const program = await startProgram();
    const { page } = program;
    await page.getByRole("button", { name: "Try it with a sample list" }).click();
    await atStep(page, "file");
    await goOn(page, "columns");
    await goOn(page, "options");
    await goOn(page, "review");
    await page.getByRole("button", { name: "Send 198 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    expect(program.log().filter((line) => line.includes('"error"'))).toEqual([]);
  });

  it("a page that is killed and one that goes astray come back, and the log has a line of it", async () => {
    const program = await startProgram();
    const { app, page } = program;
    await page.evaluate(() => {
      location.href = "about:blank";
    });
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await vi.waitUntil(() => program.log().some((line) => line.includes('"page-ended"')));
    await vi.waitUntil(
      () =>
        app.evaluate(async ({ BrowserWindow }) => {
          const [window] = BrowserWindow.getAllWindows();
          const title = "document.querySelector('h1')?.textContent ?? ''";
          return (await window?.webContents.executeJavaScript(title)) !== "";
        }),
      { timeout: 20_000 },
    );
  });

  it('"Reload" on a broken screen loads the page again', async () => {
    const { page } = await startProgram();
    await page.evaluate(() => {
      Reflect.set(window, "before", true);
      location.reload();
    });
    await vi.waitUntil(
      () => page.evaluate(() => Reflect.get(window, "before") === undefined).catch(() => false),
      { timeout: 20_000 },
    );
    await page.getByRole("heading", { level: 1 }).first().waitFor();
  });

  it("an error that nobody caught, in a promise too, is a line without its words, and the end", async () => {
    const program = await startProgram();
    await program.app.evaluate(({ dialog }, secret) => {
      dialog.showErrorBox = () => undefined;
      setTimeout(() => void Promise.reject(new TypeError(secret)), 50);
    }, SECRET);
    expect(await program.ended()).toBe(1);
    expect(program.log().filter((line) => line.includes('"unexpected"'))).toHaveLength(1);
    expect(program.log().join()).not.toContain(SECRET);
    expect(program.stderr()).toMatch(/^Something went wrong inside the program\./);
    expect(program.stderr()).not.toContain(SECRET);
  });

  it.skipIf(process.platform !== "linux")(
    "a data folder that is a file, or may not be written to, is said in words and ends the start",
    { timeout: 60_000 },
    async () => {
      const file = join(programDir(), "file");
      writeFileSync(file, "");
      chmodSync(file, 0o644);
      const foreign = join(programDir(), "foreign");
      mkdirSync(foreign);
      chmodSync(foreign, 0o755);
      for (const [dataDir, words] of [
        [file, "is a file and no folder. Choose another"],
        [foreign, "cannot be written to. Give this account the right"],
      ] as const) {
        const start = startPlainly(["--data-dir", dataDir]);
        await vi.waitUntil(() => start.stderr() !== "", { timeout: 20_000 });
        expect(start.stderr()).toContain(words);
        expect(start.stderr().split("\n")).toHaveLength(1);
        // A box says it too, and stands until somebody closes it.
        await wait(1500);
        expect(start.child.exitCode).toBeNull();
        start.child.kill("SIGTERM");
        await start.ended();
        const line = startPlainly(["history", "list", "--data-dir", dataDir]);
        expect(await line.ended()).toBe(1);
        expect(line.stderr()).toContain(words);
      }
    },
  );
});
