import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { sweepLeftovers } from "../../main/app/sweep-leftovers.ts";
import { openDatabase } from "../../main/records/database/open.ts";
import { outgoingPath, writeBeside } from "../../main/records/files/outgoing.ts";
import { cli } from "../cli/cli.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { testApp } from "./window.ts";

/** The number of a process that has ended. */
const gone = spawnSync(process.execPath, ["-e", ""]).pid;
const HEX = "0123456789ab";

const ourTemporary = () =>
  readdirSync(tmpdir()).filter((name) => /^loyalty-importer-.*\.\w+$/.test(name));

test("whatever the window exports waits in the data folder, for its owner only", async () => {
  const { call, draft, send, saved, dataDir } = await testApp();
  const before = ourTemporary();
  const { id } = await draft(
    "list.csv",
    "code,first_name,custom_date\n1,Ana,1990-02-03\n2,Bea,1990-02-31\n",
  );
  await call("drafts.exportInvalid", { draftId: id });
  await call("drafts.leaveOut", { draftId: id, indexes: [1], leftOut: true });
  const importId = await send(id);
  await call("history.export", { importId, what: "all", format: "csv" });
  await call("history.exportList", { format: "xlsx", list: { kind: "imports" } });
  await call("undo.export", { importId, format: "csv" });
  await call("backup.create", { passphrase: null });
  await call("app.supportBundle", {});
  const [mapping] = await call("mappings.list", {});
  await call("mappings.export", { id: mapping?.id ?? 0 });
  expect(saved).toHaveLength(7);
  for (const path of saved) {
    expect(dirname(path)).toBe(join(dataDir, "outgoing"));
    if (process.platform !== "win32") expect(statSync(path).mode & 0o077).toBe(0);
  }
  expect(ourTemporary()).toEqual(before);
}, 120_000);

test("what dead processes have left goes at the next start; what a living one needs stays", () => {
  const dir = tempDir();
  const elsewhere = tempDir();
  openDatabase(dir).close();
  const target = join(elsewhere, "customers.csv");
  const write = (path: string, text = "x") => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const left = [
    write(join(dir, "outgoing", `${gone}-a.csv`)),
    write(join(dir, "outgoing", `${gone}-a.csv.${HEX}.part`)),
    write(join(dir, "outgoing", `${gone}-b.target`), target),
    write(`${target}.01234567.part`),
    write(`${target}.6f1d2a34-0000-4000-8000-${HEX}.part`),
    write(join(dir, `key.${gone}.${HEX}`)),
    write(join(dir, `loyalty-importer.sqlite.before-3.${gone}`)),
    write(join(dir, `restore-${gone}.sqlite`)),
    write(join(dir, `restore-${gone}.sqlite-wal`)),
  ];
  const kept = [
    write(target),
    write(`${target}.old.part`),
    write(join(elsewhere, "other.csv.01234567.part")),
    write(join(dir, "outgoing", `${process.ppid}-c.csv`)),
    write(join(dir, "outgoing", `${process.pid}-d.csv`)),
    write(join(dir, `key.${process.ppid}.${HEX}`)),
    write(join(dir, "loyalty-importer.sqlite.before-3")),
    write(join(dir, `restore-${process.ppid}.sqlite`)),
    write(join(dir, "before-restore-20260131T093012.sqlite")),
  ];
  // Of an earlier process that happened to have the number that this one has.
  const again = write(join(dir, "outgoing", `${process.pid}-e.csv`));
  utimesSync(again, 0, 0);
  sweepLeftovers(dir);
  expect(left.filter((path) => existsSync(path))).toEqual([]);
  expect(existsSync(again)).toBe(false);
  expect(kept.filter((path) => !existsSync(path))).toEqual([]);
});

test("an export that is written leaves no note behind, nor one that fails", async () => {
  const dir = tempDir();
  const target = join(tempDir(), "out.csv");
  const seen = () => readdirSync(join(dir, "outgoing"));
  await writeBeside(dir, target, async () => {
    const [note = ""] = seen();
    expect(readFileSync(join(dir, "outgoing", note), "utf8")).toBe(target);
  });
  await expect(writeBeside(dir, target, () => Promise.reject(new Error("full")))).rejects.toThrow();
  expect(seen()).toEqual([]);
  expect(outgoingPath(dir, "csv")).toMatch(/outgoing.\d+-[0-9a-f-]+\.csv$/);
});

test("any command clears away what a killed one has left, a checked list among it", async () => {
  const { run, dataDir } = cli();
  await run(["profile", "list"]);
  const db = openDatabase(dataDir);
  db.prepare(
    `INSERT INTO stagings (state, fields, source, signature, pid, created_at)
     VALUES ('done', '[]', 's', 's', ?, 0)`,
  ).run(gone);
  writeFileSync(join(dataDir, `restore-${gone}.sqlite`), "x");
  await run(["profile", "list"]);
  expect(db.prepare("SELECT count(*) FROM stagings").pluck().get()).toBe(0);
  expect(existsSync(join(dataDir, `restore-${gone}.sqlite`))).toBe(false);
  db.close();
});
