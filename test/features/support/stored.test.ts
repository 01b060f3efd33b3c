import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../../main/entries/start/root.ts";
import { testApp } from "../../app/window.ts";

/** A database's journal is part of it. */
const nameOf = (file: string) => file.replaceAll("\\", "/").replace(/-(wal|shm)$/, "");

it("a customer lies in clear in the practice server's file only, and every file is on the page about what is stored where", async () => {
  const app = await testApp();
  const draft = await app.draft(
    "list.csv",
    "Code;First name;E-mail\n007;Zoë;zoe@markerz.example\n",
  );
  await app.send(draft.id);
  const files = readdirSync(app.dataDir, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(join(app.dataDir, file)).isFile(),
  );
  // The index of a journal holds numbers of pages only, and Windows does not let it be read.
  const readable = files.filter((file) => !file.endsWith("-shm"));
  const inClear = readable.filter((file) =>
    readFileSync(join(app.dataDir, file)).includes("zoe@markerz.example"),
  );
  expect([...new Set(inClear.map(nameOf))]).toEqual(["practice.sqlite"]);
  const page = readFileSync(join(ROOT, "docs/security.md"), "utf8");
  const told = new Set([...page.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  const tops = [...new Set(files.map((file) => nameOf(file).split("/")[0]))];
  expect(tops.filter((name) => !told.has(name))).toEqual([]);
});
