import fc from "fast-check";
import { expect, test } from "vitest";
import { openDatabase } from "../../../main/records/database/open.ts";
import { knownServers } from "../../../main/records/imports/past/known-servers.ts";
import { createVault } from "../../../main/records/vault/vault.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { addConnection, customers, putList } from "../../pipeline/delivery/lists.ts";

const pair = fc.tuple(fc.constantFrom("", "a", "b", "c"), fc.constantFrom("", "1", "2", "3"));

test("every server that imports went to is known, once", () => {
  const db = openDatabase(tempDir());
  const vault = createVault(Buffer.alloc(32));
  const connectionId = addConnection(db);
  for (let at = 0; at < 8; at += 1) putList(db, vault, connectionId, { rows: customers(1, at) });
  const ids = db.prepare("SELECT id FROM imports").pluck().all() as number[];
  const move = db.prepare("UPDATE imports SET address = ?, account_id = ? WHERE id = ?");
  fc.assert(
    fc.property(fc.array(pair, { minLength: 8, maxLength: 8 }), (pairs) => {
      for (const [at, id] of ids.entries()) move.run(...(pairs[at] ?? []), id);
      const wanted = new Set(pairs.map((each) => each.join("|")));
      const found = knownServers(db).map(({ address, accountId }) => `${address}|${accountId}`);
      expect(found).toHaveLength(wanted.size);
      expect(new Set(found)).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
  db.exec("DELETE FROM imports");
  expect(knownServers(db)).toEqual([]);
  db.close();
});
