import { expect, test } from "vitest";
import { createHistory } from "../../../main/features/history/history.ts";
import { forgetCustomer } from "../../../main/features/privacy/forget/forget-customer.ts";
import { createSentBefore } from "../../../main/pipeline/staging/earlier/sent-before.ts";
import { faults } from "../../helpers/servers/faults.ts";
import { specOf } from "../../pipeline/delivery/lists.ts";
import { serversWorkshop } from "./servers-workshop.ts";
import { byCode } from "./workshop.ts";

const name = (value: string) => ({ rows: [["A1", value]] });

test("what a sandbox was sent is never put back at production, though both have one account's ID", async () => {
  const shop = await serversWorkshop();
  const sandbox = shop.connect("Sandbox", shop.sandbox);
  const production = shop.connect("Production", shop.production);
  await shop.import(production, name("Anna-Maria"));
  // Known of production from elsewhere, not from here.
  await shop.import(sandbox, name("TEST"));
  const last = await shop.import(production, name("Anna"));
  expect(shop.plan(last)).toMatchObject({ restore: { customers: 1, blocked: null } });
  await shop.undo(last);
  expect(byCode(shop.production).get("A1")).toEqual({ first_name: "Anna-Maria" });
  expect(byCode(shop.sandbox).get("A1")).toEqual({ first_name: "TEST" });

  // A value that only the sandbox was sent is not known at production.
  await shop.import(sandbox, { rows: [["B1", "TEST"]] });
  const other = await shop.import(production, { rows: [["B1", "Bo"]] });
  expect(shop.plan(other)).toMatchObject({
    restore: { customers: 0 },
    irreversible: [{ kind: "new-customers", count: 1 }],
  });
});

test("an import whose connection was removed is undone nowhere, and says so", async () => {
  const shop = await serversWorkshop();
  const sandbox = shop.connect("Sandbox", shop.sandbox);
  shop.connect("Production", shop.production);
  await shop.import(sandbox, name("TEST"));
  const last = await shop.import(sandbox, name("TEST 2"));
  shop.connections.remove(sandbox);
  const plan = shop.plan(last);
  expect(plan).toMatchObject({ restore: { customers: 1, blocked: "no-connection" } });
  expect(plan.message).toContain("The connection is gone");
  const before = shop.production.requests();
  await expect(shop.undo(last)).rejects.toMatchObject({
    code: "undo-no-connection",
    params: { address: shop.sandbox.url },
  });
  expect(shop.production.requests()).toBe(before);
});

test("an import whose connection leads elsewhere now is undone nowhere until one leads there again", async () => {
  const shop = await serversWorkshop();
  const id = shop.connect("Store", shop.sandbox);
  await shop.import(id, name("TEST"));
  const last = await shop.import(id, name("TEST 2"));
  shop.connect("Store", shop.production, { id });
  expect(shop.plan(last)).toMatchObject({ possible: true, restore: { blocked: "moved" } });
  await expect(shop.undo(last)).rejects.toMatchObject({ code: "undo-moved" });
  expect(shop.production.customers()).toEqual([]);
  // Written otherwise, it is the same address.
  const same = { url: shop.sandbox.url.replace("http:", "HTTP:").replace(/\/$/, "/?lang=en") };
  shop.connect("Store again", same);
  await shop.undo(last);
  expect(byCode(shop.sandbox).get("A1")).toEqual({ first_name: "TEST" });
  expect(shop.production.customers()).toEqual([]);
});

test("a restore that waits goes to the server of the undone import or nowhere", async () => {
  const shop = await serversWorkshop();
  const id = shop.connect("Store", shop.sandbox);
  await shop.import(id, name("TEST"));
  const last = await shop.import(id, name("TEST 2"));
  shop.queue.pause({});
  const [restore = 0] = await shop.undo(last);
  shop.connect("Store", shop.production, { id });
  shop.queue.resume({});
  await shop.send();
  expect(shop.production.requests()).toBe(0);
  expect(shop.queue.list({ offset: 0, limit: 9 }).items).toMatchObject([
    { importId: restore, hold: "paused", reason: { code: "reason-server-changed-begun" } },
  ]);
  // Also where a person lets it go on: it was made for what the other one holds.
  shop.queue.resume({ importId: restore });
  await shop.send();
  expect(shop.production.requests()).toBe(0);
  shop.connect("Store", shop.sandbox, { id });
  shop.queue.resume({ importId: restore });
  await shop.send();
  expect(byCode(shop.sandbox).get("A1")).toEqual({ first_name: "TEST" });
});

test("a list that waits does not follow its connection to another server until a person says so", async () => {
  const shop = await serversWorkshop();
  const id = shop.connect("Store", shop.sandbox);
  const list = shop.put(id, name("Anna"));
  shop.connect("Store", shop.production, { id });
  await shop.send();
  expect(shop.production.requests() + shop.sandbox.requests()).toBe(0);
  const [batch] = shop.queue.list({ offset: 0, limit: 9 }).items;
  expect(batch).toMatchObject({ hold: "paused", reason: { code: "reason-server-changed" } });
  expect(batch?.reason?.message).toContain(shop.sandbox.url);
  expect(batch?.reason?.message).toContain(shop.production.url);
  shop.queue.resume({ importId: list });
  await shop.send();
  expect(byCode(shop.production).get("A1")).toEqual({ first_name: "Anna" });
  const history = createHistory(shop.db, shop.vault);
  expect(history.summary(list)).toMatchObject({ address: shop.production.url, state: "accepted" });
  await shop.import(id, name("Bo"));
  expect(shop.plan(list + 1)).toMatchObject({ restore: { customers: 1 } });
});

test("where a batch may have arrived the others of its import go to the same server or nowhere", async () => {
  let batches = 0;
  const shop = await serversWorkshop(({ type }) => {
    if (type === "customers_batch") batches += 1;
    return type === "customers_batch" && batches > 1 ? faults.tryLater(503) : undefined;
  });
  const id = shop.connect("Store", shop.sandbox);
  const list = shop.put(id, {
    rows: [
      ["A1", "Anna"],
      ["A2", "Bo"],
    ],
    batchRows: 1,
  });
  await shop.send();
  expect(shop.sandbox.customers()).toHaveLength(1);
  shop.connect("Store", shop.production, { id });
  shop.db.prepare("UPDATE batches SET next_try = 0 WHERE position = 2").run();
  await shop.send();
  shop.queue.resume({ importId: list });
  await shop.send();
  expect(shop.production.requests()).toBe(0);
  expect(shop.queue.list({ offset: 0, limit: 9 }).items).toMatchObject([
    { reason: { code: "reason-server-changed-begun" } },
  ]);
});

test("a customer's account that is corrected before anything was sent is found by all that was sent", async () => {
  const shop = await serversWorkshop();
  const id = shop.connect("Store", shop.sandbox, { accountId: "wrong" });
  const list = shop.put(id, name("Anna"));
  await shop.send();
  const { accountId } = shop.sandbox.credentials;
  shop.connect("Store", shop.sandbox, { id, accountId });
  await shop.send();
  shop.queue.resume({ importId: list });
  await shop.send();
  const last = await shop.import(id, name("Bo"));
  expect(shop.plan(last)).toMatchObject({ restore: { customers: 1 } });
  await shop.undo(last);
  expect(byCode(shop.sandbox).get("A1")).toEqual({ first_name: "Anna" });
  const { items } = createHistory(shop.db, shop.vault).customer({
    ...{ customer: "a1", offset: 0, limit: 9 },
  });
  expect(items.map((each) => each.importId)).toEqual([3, 2, 1]);
  const gone = forgetCustomer(shop.db, shop.vault, {
    ...{ customer: "A1", confirm: true, includeQueue: true },
  });
  expect(gone).toMatchObject({ rows: 3, keptRows: 0 });
  expect(
    createHistory(shop.db, shop.vault).list({ customer: "A1", offset: 0, limit: 9 }).total,
  ).toBe(0);
});

test("only what changed is asked of the server that the connection leads to", async () => {
  const shop = await serversWorkshop();
  const id = shop.connect("Store", shop.sandbox);
  const other = shop.connect("Other", shop.production);
  await shop.import(id, name("Anna"));
  const unchanged = (connectionId: number) => {
    const { options } = specOf(connectionId, { rows: [], options: { onlyChanged: true } });
    const before = createSentBefore(shop.db, shop.vault, options, ["code", "first_name"]);
    return before?.isUnchanged(["A1", "Anna"]);
  };
  expect(unchanged(id)).toBe(true);
  expect(unchanged(other)).toBe(false);
  expect(unchanged(shop.connect("Same", shop.sandbox))).toBe(true);
  shop.connect("Store", shop.production, { id });
  expect(unchanged(id)).toBe(false);
});

test("a customer's story keeps two servers apart", async () => {
  const shop = await serversWorkshop();
  const sandbox = shop.connect("Sandbox", shop.sandbox);
  const production = shop.connect("Production", shop.production);
  await shop.import(sandbox, name("TEST"));
  await shop.import(production, name("Anna"));
  await shop.import(sandbox, name("TEST 2"));
  const history = createHistory(shop.db, shop.vault);
  const story = (connectionId?: number) =>
    history
      .customer({
        ...{ customer: "A1", offset: 0, limit: 9 },
        ...(connectionId === undefined ? {} : { connectionId }),
      })
      .items.map(({ importId, address, fields }) => [importId, address, fields[1]?.before]);
  expect(story()).toEqual([
    [3, shop.sandbox.url, "TEST"],
    [2, shop.production.url, null],
    [1, shop.sandbox.url, null],
  ]);
  expect(story(production)).toEqual([[2, shop.production.url, null]]);
});

test("earlier values that wait to be reviewed are not sent over a connection to another server", async () => {
  const shop = await serversWorkshop();
  const id = shop.connect("Store", shop.sandbox);
  const other = shop.connect("Production", shop.production);
  await shop.import(id, name("TEST"));
  const last = await shop.import(id, name("TEST 2"));
  const restore = { rows: [["A1", "TEST"]], undoesImportId: last };
  expect(() => shop.put(other, restore)).toThrow(
    expect.objectContaining({ code: "undo-moved", params: expect.anything() }),
  );
  shop.connect("Store", shop.production, { id });
  expect(() => shop.put(id, restore)).toThrow(expect.objectContaining({ code: "undo-moved" }));
  expect(shop.production.requests()).toBe(0);
});
