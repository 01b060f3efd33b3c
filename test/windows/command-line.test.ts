import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buildIfStale } from "../../main/entries/start/build.ts";
import { rowsOf } from "../features/history/rows-of.ts";
import { POINTS } from "../helpers/practice.ts";
import { suiteDir } from "../helpers/temp-dir.ts";
import {
  keepWindows,
  runCommand,
  runNode,
  WINDOWS_NODE,
  whileHeld,
  windowsPath,
} from "./windows-node.ts";

const MISSING = "left out: LOYALTY_WINDOWS_NODE names no program that runs Windows' Node";
// What lies in /dev is no folder to Windows.
if (/^\/dev\b/.test(process.env.TMPDIR ?? "")) vi.stubEnv("TMPDIR", undefined);
const PRACTICE = ["--profile", "Practice", "--campaign", POINTS] as const;

/** The built command line on one data folder, step by step, as a store uses it. */
describe.skipIf(WINDOWS_NODE === null)(
  `the built command line under Windows' Node${WINDOWS_NODE === null ? ` (${MISSING})` : ""}`,
  { timeout: 240_000 },
  () => {
    const dir = join(suiteDir(), "Über Läden – Магазин");
    const dataDir = windowsPath(join(dir, "die Daten"));
    const list = join(dir, "Kundinnen Größe Список.csv");
    const run = (...args: readonly string[]) => runCommand(dir, [...args, "--data-dir", dataDir]);
    const json = async (...args: readonly string[]) => {
      const ended = await run(...args, "--json");
      return { ...ended, document: JSON.parse(ended.out) };
    };

    const staysIn = suiteDir();
    let release = async (): Promise<void> => undefined;

    beforeAll(async () => {
      await buildIfStale();
      mkdirSync(dir);
      release = keepWindows(staysIn);
      writeFileSync(list, "code,first_name,email\nK1,Jürgen,j@example.com\nK2,Беа,b@example.com\n");
    }, 120_000);
    afterAll(() => release());

    it("imports, queues, exports and takes back lists with any name", async () => {
      const sent = await json("import", windowsPath(list), ...PRACTICE);
      expect(sent).toMatchObject({ status: 0, document: { state: "accepted" } });
      const queued = await json("import", windowsPath(list), ...PRACTICE, "--queue-only");
      expect(queued).toMatchObject({ status: 0, document: { state: "queued" } });
      expect((await json("queue")).document.batches).toHaveLength(1);
      expect((await run("history")).out).toContain("Kundinnen Größe Список.csv");
      expect((await run("queue", "send")).status).toBe(0);
      for (const format of ["xlsx", "csv"]) {
        const target = join(dir, `Экспорт größe.${format}`);
        const written = await run("history", "export", "2", "--out", windowsPath(target));
        expect(written).toMatchObject({ status: 0, err: "" });
        const rows = await rowsOf(target);
        expect(rows.map((row) => row[1])).toEqual(["first_name", "Jürgen", "Беа"]);
      }
      const undone = await json("undo", "2");
      expect(undone).toMatchObject({ status: 0, document: { import: 2 } });
    });

    it("saves everything and puts it back", async () => {
      const backup = windowsPath(join(dir, "Sicherung № 1.backup"));
      expect(await run("backup", backup)).toMatchObject({ status: 0 });
      expect(await run("restore", backup)).toMatchObject({ status: 0 });
      expect((await json("history")).document.imports).toHaveLength(2);
      const held = await whileHeld(join(dir, "Sicherung № 1.backup"), "alone", () =>
        run("restore", backup),
      );
      expect(held.err).toContain('"Sicherung № 1.backup" is held open by another program');
    });

    it("reads a list that a spreadsheet program has open, and says where none may be read", async () => {
      const open = await whileHeld(list, "excel", () => run("rows", windowsPath(list)));
      expect(open).toMatchObject({ status: 0, err: "" });
      expect(open.out).toContain("Беа");
      const locked = await whileHeld(list, "alone", () => run("inspect", windowsPath(list)));
      expect(locked.status).toBe(3);
      expect(locked.err).toMatch(/"Kundinnen Größe Список\.csv" is held open by another program/);
    });

    it("takes a name that Windows keeps for a device for no list, and writes none", async () => {
      const before = readdirSync(dir);
      const [read, workbook, written, saved] = await Promise.all([
        run("inspect", "NUL.csv"),
        run("import", "con.xlsx", ...PRACTICE),
        run("history", "export", "1", "--out", "con.xlsx"),
        run("backup", "NUL.backup"),
      ]);
      for (const { status, err } of [read, workbook]) {
        expect(status).toBe(3);
        expect(err).toMatch(/^"(?:NUL\.csv|con\.xlsx)" /);
        expect(err).not.toContain("inside the program");
      }
      for (const { status, err } of [written, saved]) {
        expect(status).not.toBe(0);
        expect(err).toContain("is a name that Windows keeps for a device");
      }
      expect(readdirSync(dir)).toEqual(before);
    });

    it("reads a list on another drive than its data", async ({ skip }) => {
      const script = `
        const { copyFileSync, mkdtempSync } = require("node:fs");
        const { join, parse, resolve } = require("node:path");
        const [, source, data] = process.argv;
        const here = parse(resolve(data)).root.toUpperCase();
        const folder = require("node:os").tmpdir();
        if (parse(folder).root.toUpperCase() === here) process.exit(7);
        const copy = join(mkdtempSync(join(folder, "loyalty-")), "Список.csv");
        copyFileSync(source, copy);
        process.stdout.write(copy);`;
      const copied = await runNode(["-e", script, windowsPath(list), dataDir], dir);
      if (copied.status === 7) skip("the computer has one drive");
      const copy = copied.out.trim();
      expect(copy.slice(0, 2)).not.toBe(dataDir.slice(0, 2));
      const queued = await json("import", copy, ...PRACTICE, "--queue-only");
      expect(queued).toMatchObject({ status: 0, document: { rows: { valid: 2 } } });
      const remove = `require("node:fs").rmSync(require("node:path").dirname(process.argv[1]), { recursive: true })`;
      expect((await runNode(["-e", remove, copy], dir)).status).toBe(0);
    });

    it("leaves nothing in the lists' folder but what it was asked for", () => {
      const names = readdirSync(dir).filter((name) => name !== "die Daten");
      expect(names.sort()).toEqual(
        [
          "Kundinnen Größe Список.csv",
          "Sicherung № 1.backup",
          "Экспорт größe.csv",
          "Экспорт größe.xlsx",
        ].sort(),
      );
      expect(readFileSync(list, "utf8").split("\n")).toHaveLength(4);
      expect(existsSync(join(dir, "die Daten", "loyalty-importer.sqlite"))).toBe(true);
    });
  },
);
