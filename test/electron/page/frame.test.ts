import { join } from "node:path";
import { expect, it } from "vitest";
import { until } from "../../helpers/until.ts";
import { shoot } from "../../window/browser/shoot.ts";
import { openScreen, settled } from "../../window/browser/visit.ts";
import { choose } from "../../window/browser/wizard.ts";
import { chooseInMenu, menuTexts, press } from "../program/person.ts";
import {
  inElectron,
  type Program,
  programDir,
  startProgram,
  suiteProgram,
} from "../program/program.ts";

inElectron("around the page of the real window", () => {
  const program = suiteProgram();

  it("the shortcuts of the menu lead to the screens", async () => {
    const { app, page } = program();
    await press(app, ",", ["control"]);
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    await press(app, "N", ["control"]);
    await page.getByRole("heading", { level: 1, name: /Which list/ }).waitFor();
    await chooseInMenu(app, "About Loyalty Importer");
    await page.getByRole("heading", { level: 1, name: "About" }).waitFor();
  });

  it("zooms by the usual keys, and back", async () => {
    const { app, page } = program();
    const width = () => page.evaluate(() => innerWidth);
    const usual = await width();
    await press(app, "=", ["control"]);
    await until(async () => expect(await width()).toBeLessThan(usual));
    await press(app, "-", ["control"]);
    await until(async () => expect(await width()).toBe(usual));
    await press(app, "-", ["control"]);
    await until(async () => expect(await width()).toBeGreaterThan(usual));
    await press(app, "0", ["control"]);
    await until(async () => expect(await width()).toBe(usual));
  });

  it("a right click on a field offers to edit its text, in the page nothing", async () => {
    const { app, page } = program();
    await app.evaluate(({ Menu }) => {
      const popups: unknown[] = [];
      Reflect.set(globalThis, "popups", popups);
      Menu.prototype.popup = function popup() {
        popups.push(this.items.map(({ label }) => label.replace("&", "")));
      };
    });
    const popups = () =>
      app.evaluate(() => Reflect.get(globalThis, "popups") as readonly string[][]);
    await openScreen(page, "Connections");
    await page.getByRole("heading", { level: 1 }).click({ button: "right" });
    await page.getByRole("button", { name: "Add a connection" }).click();
    const name = page.getByRole("textbox", { name: "Name", exact: true });
    await name.fill("Ana");
    await name.selectText();
    await name.click({ button: "right" });
    await until(async () => expect(await popups()).toHaveLength(1));
    const [offered] = await popups();
    expect(offered).toEqual(expect.arrayContaining(["Undo", "Cut", "Copy", "Paste", "Select all"]));
    await name.fill("");
  });

  it("the theme of the settings is the window's, its title bar's and its dialogs'", async () => {
    const { app, page } = program();
    await openScreen(page, "Settings");
    await page.getByText("Dark", { exact: true }).click();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    const native = () => app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
    await until(async () => expect(await native()).toBe(true));
    await shoot(page, "electron-settings-dark");
    await page.getByText("Light", { exact: true }).click();
    await page.locator('html[data-mantine-color-scheme="light"]').waitFor();
    await until(async () => expect(await native()).toBe(false));
  });

  it("the menu speaks the language of the settings at once", async () => {
    const { app, page } = program();
    expect((await menuTexts(app)).map(({ menu }) => menu)).toEqual([
      "File",
      "Edit",
      "View",
      "Window",
      "Help",
    ]);
    await openScreen(page, "Settings");
    await choose(page, "Language", "Español");
    await page.locator('html[lang="es"]').waitFor();
    await until(async () => {
      const [file] = await menuTexts(app);
      expect(file).toMatchObject({ menu: "Archivo" });
      expect(file?.items.at(-1)).toBe("Salir de Loyalty Importer");
    });
    await shoot(page, "electron-settings-es");
    await choose(page, "Idioma", "English");
    await page.locator('html[lang="en"]').waitFor();
  });

  it("nothing of it makes the page complain", () => {
    expect(program().complaints).toEqual([]);
    expect(program().stderr()).toBe("");
  });
});

function boundsOf({ app }: Program) {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
}

inElectron("the real window at its next start", () => {
  it("stands where it was left, in its theme, language and zoom", async () => {
    const dataDir = join(programDir(), "data");
    const place = { x: 40, y: 30, width: 1010, height: 700 };
    const first = await startProgram({ dataDir });
    await openScreen(first.page, "Settings");
    await first.page.getByText("Dark", { exact: true }).click();
    await choose(first.page, "Language", "Español");
    await first.page.locator('html[lang="es"]').waitFor();
    await press(first.app, "=", ["control"]);
    await first.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      place,
    );
    await until(async () => expect(await boundsOf(first)).toEqual(place));
    const widthOf = ({ page }: Program) => page.evaluate(() => innerWidth);
    await until(async () => expect(await widthOf(first)).toBeLessThan(place.width));
    const zoomed = await widthOf(first);
    expect(await first.quit()).toBe(0);

    const second = await startProgram({ dataDir });
    expect(await boundsOf(second)).toEqual(place);
    await settled(second.page);
    expect(await second.page.locator("html").getAttribute("lang")).toBe("es");
    const scheme = second.page.locator('html[data-mantine-color-scheme="dark"]');
    expect(await scheme.count()).toBe(1);
    expect(await widthOf(second)).toBe(zoomed);
    const [file] = await menuTexts(second.app);
    expect(file?.menu).toBe("Archivo");
    const colour = await second.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
    );
    expect(colour?.toLowerCase()).toBe("#171a1f");
    await shoot(second.page, "electron-start-es-dark");
  });
});
