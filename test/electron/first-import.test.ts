import { expect, it } from "vitest";
import { shoot } from "../window/browser/shoot.ts";
import { openScreen } from "../window/browser/visit.ts";
import { atStep, goOn } from "../window/browser/wizard.ts";
import { inElectron, startProgram } from "./program/program.ts";

inElectron("the first import of a new installation, in the real window", () => {
  it("gets from the empty window to its result and into the history", async () => {
    const { page, complaints, stderr, quit } = await startProgram();
    await atStep(page, "start");
    await shoot(page, "electron-start");
    await page.getByRole("button", { name: "Try it with a sample list" }).click();
    await atStep(page, "file");
    await goOn(page, "columns");
    await goOn(page, "options");
    await goOn(page, "review");
    await shoot(page, "electron-review");
    await page.getByRole("button", { name: "Send 198 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    await shoot(page, "electron-result");
    await openScreen(page, "History");
    await page
      .getByRole("row", { name: /customers-sample\.xlsx/ })
      .getByText("Accepted")
      .waitFor();
    expect(complaints).toEqual([]);
    expect(stderr()).toBe("");
    expect(await quit()).toBe(0);
  });
});
