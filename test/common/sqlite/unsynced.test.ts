import { expect, test } from "vitest";
import { beginUnsynced, requireSynced } from "../../../main/common/sqlite/unsynced.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

const FULL = 2;
const NORMAL = 1;

test("commits wait for the disk again once what is not synced ends", () => {
  const db = openDatabase(tempDir());
  const synced = () => db.pragma("synchronous", { simple: true });
  expect(synced()).toBe(FULL);
  const end = beginUnsynced(db);
  expect(synced()).toBe(NORMAL);
  end();
  expect(synced()).toBe(FULL);
  db.transaction(() => {
    const endInside = beginUnsynced(db);
    expect(synced()).toBe(FULL);
    endInside();
  })();
  const endClosed = beginUnsynced(db);
  db.close();
  endClosed();
});

test("what must last waits for the disk, whatever else is written without", () => {
  const db = openDatabase(tempDir());
  const synced = () => db.pragma("synchronous", { simple: true });
  const end = beginUnsynced(db);
  requireSynced(db);
  expect(synced()).toBe(FULL);
  end();
  expect(synced()).toBe(FULL);
  db.transaction(() => requireSynced(db))();
  db.close();
});
