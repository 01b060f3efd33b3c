import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { VERSION } from "../../../main/common/version.ts";
import { openScreen } from "../../window/browser/visit.ts";
import { atStep } from "../../window/browser/wizard.ts";
import { run } from "../program/person.ts";
import { inElectron, programDir, startProgram, suiteProgram } from "../program/program.ts";

inElectron("beside the real window", () => {
  const program = suiteProgram();

  it("a start on another data folder opens a window of its own, with lists of its own", async () => {
    const list = join(programDir(), "elsewhere.csv");
    writeFileSync(list, "Customer code,First name\n000501,Ana\n");
    const other = await startProgram({ words: [list] });
    await atStep(other.page, "file");
    expect(other.dataDir).not.toBe(program().dataDir);
    expect(await program().page.getByText("elsewhere.csv").count()).toBe(0);
    expect(await other.quit()).toBe(0);
    await openScreen(program().page, "History");
  });

  it("the command line sends on the same data folder, and the window shows it", async () => {
    const { dataDir, page } = program();
    const list = join(programDir(), "night.csv");
    writeFileSync(list, "Customer code,First name\n000901,Ana\n000902,Ben\n");
    const own = ["--json", "--data-dir", dataDir];
    expect((await run(["--version"])).stdout.trim()).toBe(VERSION);
    const sent = await run(["import", list, "--profile", "Practice", ...own]);
    expect(sent.status).toBe(0);
    expect(JSON.parse(sent.stdout)).toMatchObject({
      state: "accepted",
      rows: { total: 2, valid: 2 },
    });
    await openScreen(page, "History");
    await page
      .getByRole("row", { name: /night\.csv/ })
      .getByText("Accepted")
      .waitFor();
    expect(program().complaints).toEqual([]);
  });

  it("the command line says in its exit status what went wrong, and leaves the window alone", async () => {
    const { dataDir, page } = program();
    const missing = join(programDir(), "no such list.csv");
    const own = ["--json", "--data-dir", dataDir];
    const said = await run(["import", missing, "--profile", "Practice", ...own]);
    expect(said.status).toBe(3);
    expect(said.stdout + said.stderr).toContain("file-missing");
    expect((await run(["import"])).status).toBe(2);
    await openScreen(page, "Queue");
  });
});
