import { expect, it, vi } from "vitest";
import { until } from "../../helpers/until.ts";
import { press } from "../program/person.ts";
import { inElectron, suiteProgram } from "../program/program.ts";

// On macOS menus have no letters to press.
inElectron.onLinux("the menu of the real window", () => {
  const program = suiteProgram();

  it("opens its first sheet by Alt and the letter that is marked in its name", async () => {
    const { app } = program();
    await app.evaluate(({ Menu }) => {
      const shown: string[] = [];
      Reflect.set(globalThis, "shown", shown);
      for (const { label, submenu } of Menu.getApplicationMenu()?.items ?? []) {
        submenu?.on("menu-will-show", () => shown.push(label.replace("&", "")));
      }
    });
    const shown = () => app.evaluate(() => Reflect.get(globalThis, "shown"));
    // A press that comes while the page is busy may be lost: a person presses again.
    await until(async () => {
      await press(app, "F", ["alt"]);
      await vi.waitFor(async () => expect(await shown()).toContain("File"));
    });
  });
});
