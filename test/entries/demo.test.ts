import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";

it("the demo imports the sample into the practice server", () => {
  const demo = join(ROOT, "main", "entries", "demo.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [demo], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toContain("Checked: 198 of 200 rows are valid, 2 are left out:");
  expect(stdout).toContain("the practice server now holds 198 customers.");
  expect(status).toBe(0);
});
