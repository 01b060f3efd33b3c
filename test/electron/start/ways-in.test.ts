import { chmodSync, copyFileSync, lstatSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Sqlite from "better-sqlite3";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { read, utils, write } from "xlsx";
import { ROOT } from "../../../main/entries/start/root.ts";
import { DATABASE_FILE } from "../../../main/records/database/open.ts";
import { expectOwnerOnly } from "../../helpers/posix.ts";
import { until } from "../../helpers/until.ts";
import { dropFiles } from "../../window/browser/hand-over.ts";
import { atStep, goOn } from "../../window/browser/wizard.ts";
import { answerDialogs, askedDialogs, press, run } from "../program/person.ts";
import {
  inElectron,
  type Program,
  programDir,
  startProgram,
  suiteProgram,
} from "../program/program.ts";

const FIXTURES = join(ROOT, "test", "fixtures", "sources");
const LIST = "Customer code,First name\n000501,Ana\n000502,Ben\n";

/** A list where the program may read it. */
function list(name: string, content: string | Uint8Array = LIST): string {
  const path = join(programDir(), name);
  writeFileSync(path, content);
  chmodSync(path, 0o644);
  return path;
}

/** The paths of the lists that are being imported, as the program knows them. */
function openedPaths(dataDir: string): readonly string[] {
  const db = new Sqlite(join(dataDir, DATABASE_FILE), { readonly: true });
  try {
    return db.prepare("SELECT path FROM drafts ORDER BY id").pluck().all() as string[];
  } finally {
    db.close();
  }
}

/** Waits until a list is shown that has just been handed over, and goes away from it again. */
async function opened({ page, dataDir }: Program, path: string, cell: string): Promise<void> {
  await until(() => expect(openedPaths(dataDir)).toContain(path));
  await atStep(page, "file");
  await page.getByRole("main").getByRole("cell", { name: cell, exact: true }).first().waitFor();
  await toStart(page);
}

async function toStart(page: Page): Promise<void> {
  const screens = page.getByRole("navigation", { name: "Screens" });
  await screens.getByRole("link", { name: "Import" }).click();
  await atStep(page, "start");
}

inElectron("a list opens in the real window", () => {
  const program = suiteProgram();

  it("by the menu's shortcut and the system's dialog", async () => {
    const { app } = program();
    const path = list("menu.csv");
    await answerDialogs(app, { open: [path] });
    await press(app, "O", ["control"]);
    await opened(program(), path, "000501");
    const [asked] = await askedDialogs(app);
    expect(asked).toMatchObject({ properties: ["openFile"] });
    expect(JSON.stringify(asked)).toContain("xlsb");
  });

  it("by dropping it, at its true path", async () => {
    const path = list("dropped list ü.csv");
    await dropFiles(program().page, [path]);
    await opened(program(), path, "000501");
  });

  it("by pasting cells from the system's clipboard", async () => {
    const { app, page } = program();
    await app.evaluate(({ clipboard }) =>
      clipboard.writeText("Customer code\tFirst name\r\n000777\tZoë\r\n"),
    );
    await press(app, "V", ["control"]);
    await atStep(page, "file");
    await page.getByRole("cell", { name: "Zoë" }).first().waitFor();
    await toStart(page);
  });

  it("by a second start with it, which ends at once and leaves one window", async () => {
    const { dataDir, app } = program();
    const path = list("second start.csv");
    expect(await run(["--data-dir", dataDir, path])).toMatchObject({ status: 0, stdout: "" });
    await opened(program(), path, "000501");
    expect(app.windows()).toHaveLength(1);
  });

  it("by an address, as Linux' file managers give it", async () => {
    const { dataDir } = program();
    const path = list("from a file manager.csv");
    const address = pathToFileURL(path).href;
    expect(await run(["--data-dir", dataDir, address])).toMatchObject({ status: 0 });
    await opened(program(), path, "000501");
  });

  it("that Excel wrote before 2007, read in a process of its own", async () => {
    const path = join(programDir(), "traits.xls");
    copyFileSync(join(FIXTURES, "traits.xls"), path);
    await watchServices(program());
    await dropFiles(program().page, [path]);
    await until(() => expect(openedPaths(program().dataDir)).toContain(path));
    await atStep(program().page, "file");
    await goOn(program().page, "columns");
    await toStart(program().page);
    expect(await seenServices(program())).toContain("Loyalty Importer sheetjs-process");
  });

  it("that is a binary workbook (.xlsb)", async () => {
    const sheet = utils.aoa_to_sheet([
      ["Customer code", "First name"],
      ["000601", "Çelik"],
    ]);
    const book = utils.book_new(sheet, "List");
    const path = list("binary.xlsb", write(book, { type: "buffer", bookType: "xlsb" }));
    await dropFiles(program().page, [path]);
    await opened(program(), path, "Çelik");
  });

  it("and its rows with problems are saved where the system's dialog says, for their owner only", async () => {
    const { app, page } = program();
    const path = list(
      "faulty.csv",
      "Customer code,Card number\n000601,70000101\n000602,1.23457E+15\n",
    );
    const target = join(programDir(), "Reste für März.xlsx");
    await dropFiles(page, [path]);
    await atStep(page, "file");
    await goOn(page, "columns");
    await goOn(page, "options");
    await goOn(page, "review");
    await answerDialogs(app, { save: target });
    await page.getByRole("button", { name: /^Save .*problems/ }).click();
    await until(() => expect(statSync(target).size).toBeGreaterThan(0));
    const rows = utils.sheet_to_json(read(readFileSync(target)).Sheets["Invalid rows"] ?? {});
    expect(rows).toEqual([expect.objectContaining({ "Customer code": "000602" })]);
    expectOwnerOnly(target);
    const [asked] = await askedDialogs(app);
    expect(asked).toMatchObject({
      defaultPath: expect.stringMatching(/faulty.*\.xlsx$/),
      filters: [{ extensions: ["xlsx"] }],
    });
  });

  it("with no complaint of the page and no word of the program", () => {
    expect(program().complaints).toEqual([]);
    expect(program().stderr()).toBe("");
  });
});

/** Looks from now on which processes the program has beside its window's. */
async function watchServices({ app }: Program): Promise<void> {
  await app.evaluate(({ app: running }) => {
    const seen = new Set<string>();
    Reflect.set(globalThis, "services", seen);
    setInterval(() => {
      for (const { name } of running.getAppMetrics()) if (name !== undefined) seen.add(name);
    }, 10);
  });
}

async function seenServices({ app }: Program): Promise<readonly string[]> {
  return app.evaluate(() => [...(Reflect.get(globalThis, "services") as Set<string>)]);
}

inElectron("a list given to the real program while it starts", () => {
  it("opens when the window is there, and so does that of a start in between", async () => {
    const dataDir = join(programDir(), "data");
    const [first, second] = [list("first.csv"), list("second.csv")];
    const starting = startProgram({ dataDir, words: [first] });
    // The lock of the one window: from here on another start hands over.
    await until(() => lstatSync(join(dataDir, "SingletonLock")));
    expect(await run(["--data-dir", dataDir, second])).toMatchObject({ status: 0 });
    const program = await starting;
    await until(() => expect(openedPaths(dataDir)).toEqual([first, second]));
    await atStep(program.page, "file");
    expect(program.app.windows()).toHaveLength(1);
    expect(program.complaints).toEqual([]);
  });
});
