import { expect, test } from "vitest";
import { enqueueImport } from "../../../main/pipeline/delivery/enqueue/enqueue.ts";
import { requireCurrent } from "../../../main/pipeline/staging/renewal/require-current.ts";
import { reliesOn } from "../../../main/records/drafts/checked-for.ts";
import { serverMark } from "../../../main/records/imports/past/server-past.ts";
import { specOf } from "../delivery/lists.ts";
import { customers, workshop } from "../delivery/workshop.ts";

const ROWS = customers(3).map((values, index) => ({ row: index + 2, values }));

function relied(shop: ReturnType<typeof workshop>) {
  const now = reliesOn(shop.db, shop.connectionId);
  if (now === null) throw new Error("no connection");
  const { server, mark } = now;
  const about = { connectionId: shop.connectionId, server, mark };
  const spec = specOf(shop.connectionId, { rows: [] });
  const { address, accountId } = server;
  return { about, spec: { ...spec, connection: { ...spec.connection, address, accountId } } };
}

test("what is sent while a list is being queued is noticed in the transaction that queues", () => {
  const shop = workshop();
  const { about, spec } = relied(shop);
  const queue = (between: () => void) =>
    enqueueImport(shop.db, shop.vault, spec, [ROWS], {
      beforeQueued: between,
      withQueued: (importId) => requireCurrent(shop.db, importId, about),
    });
  const other = () => void enqueueImport(shop.db, shop.vault, spec, [ROWS]);
  expect(() => queue(other)).toThrow(expect.objectContaining({ code: "check-overtaken" }));
  expect(shop.db.prepare("SELECT count(*) FROM imports").pluck().get()).toBe(1);
  expect(() => queue(() => undefined)).toThrow(
    expect.objectContaining({ code: "check-overtaken" }),
  );
  about.mark = serverMark(shop.db, about.server);
  const moved = () =>
    void shop.db.exec("UPDATE connections SET url = 'https://other.example.com/'");
  expect(() => queue(moved)).toThrow(expect.objectContaining({ code: "check-overtaken" }));
  expect(shop.db.prepare("SELECT count(*) FROM imports").pluck().get()).toBe(1);
});

test("a batch that is accepted on the way changes nothing that a check relied on; a rejected one does", () => {
  const shop = workshop();
  const { about, spec } = relied(shop);
  const { importId } = enqueueImport(shop.db, shop.vault, { ...spec, batchRows: 1 }, [ROWS]);
  const mark = () => serverMark(shop.db, about.server);
  const before = mark();
  shop.db.exec("UPDATE imports SET batches_accepted = 1, batches_open = 2, rows_accepted = 1");
  expect(mark()).toBe(before);
  shop.db.exec("UPDATE imports SET batches_rejected = 1");
  expect(mark()).not.toBe(before);
  expect(serverMark(shop.db, about.server, importId)).toBe(about.mark);
});
