import { expect, test } from "vitest";
import { AppError } from "../../../main/common/errors.ts";
import { MASK } from "../../../main/pipeline/batches/mask.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { workshop } from "./workshop.ts";

test("an import keeps its counts, its setup and its batches", async () => {
  const server = await practiceServer();
  const { put, send, history } = workshop(server);
  const id = await put(
    "code,first_name,email\nA,Ana,a@example.com\nB,Bea,no\nC,Cleo,c@example.com\n",
    {
      batchRows: 2,
      fileName: "march.csv",
    },
  );
  expect(history.get(id)).toMatchObject({ state: "queued", finishedAt: null });
  await send();
  const detail = history.get(id);
  expect(detail).toMatchObject({
    id,
    fileName: "march.csv",
    connectionName: "Store",
    accountId: "practicestore",
    state: "accepted",
    sheet: detail.sheet,
    headerRow: 1,
    counts: {
      rows: 3,
      batches: 2,
      accepted: 2,
      rejected: 0,
      uncertain: 0,
      cancelled: 0,
      open: 0,
      rowsAccepted: 3,
      customersNew: 3,
      customersUpdated: 0,
    },
    checked: { total: 3, valid: 3, invalid: 0, warnings: 1 },
  });
  expect(detail.finishedAt).not.toBeNull();
  expect(detail.batches.map((each) => [each.position, each.firstRow, each.lastRow])).toEqual([
    [1, 2, 3],
    [2, 4, 4],
  ]);
  expect(history.problems({ importId: id, offset: 0, limit: 10 }).items).toMatchObject([
    { row: 3, column: "email", code: "email-shape", severity: "warning" },
  ]);
});

test("a batch shows its request in order and its rows as sent, with every secret masked", async () => {
  const server = await practiceServer();
  const { put, send, history } = workshop(server);
  const id = await put(
    "code,customer_password,customer_PIN,first_name\nA,hunter22,1234,Ana\nB,,5678,Bea\n",
  );
  await send();
  const batch = history.batch(history.get(id).batches[0]?.id ?? 0);
  expect(batch.request.map((each) => each.name)).toEqual([
    "API",
    "user_id",
    "user_api_key",
    "account_id",
    "type",
    "delimiter",
    "overwrite_duplicates",
    "allow_undo",
    "campaigns_to_include",
    "output",
    "condensed",
    "profiles_header_1",
    "profiles_header_2",
    "profiles_header_3",
    "profiles_header_4",
    "profiles_data",
  ]);
  expect(batch.request.find((each) => each.name === "user_api_key")?.value).toBe(MASK);
  expect(batch.rowsSent).toEqual([
    { row: 2, values: ["A", MASK, MASK, "Ana"] },
    { row: 3, values: ["B", "", MASK, "Bea"] },
  ]);
  expect(batch.reply).toMatchObject({ status: 200, cut: false });
  expect(batch.log.map((each) => each.state)).toEqual(["queued", "sending", "accepted"]);
  const shown = JSON.stringify(batch);
  for (const secret of ["hunter22", "1234", "5678", server.credentials.apiKey]) {
    expect(shown).not.toContain(secret);
  }
});

test("a reply that repeats a password or PIN is shown with it masked, and cut where it is long", async () => {
  const page = { status: 200, headers: { "content-type": "text/html" } };
  const body = `<html>wrong PIN 123456 for hunter22 ${"x".repeat(200_000)}</html>`;
  const plan = forBatches({ kind: "reply", applied: false, reply: { ...page, body } });
  const server = await practiceServer({ faults: plan });
  const { put, send, history } = workshop(server);
  const id = await put("code,customer_password,customer_PIN,auto_add\nA,hunter22,123456,5\n");
  await send();
  const batch = history.batch(history.get(id).batches[0]?.id ?? 0);
  expect(batch.state).toBe("uncertain");
  expect(batch.reply?.body).toContain(`wrong PIN ${MASK} for ${MASK}`);
  expect(batch.reply?.body.length).toBeLessThan(70_000);
  expect(batch.reply?.cut).toBe(true);
});

test("fixed values of secret fields are not shown with the mapping", async () => {
  const { put, history, db } = workshop();
  const id = await put("code,customer_PIN\nA,1234\n");
  const mapping = [
    { field: "customer_PIN", columns: [], fixed: "9876", transforms: [] },
    {
      field: "customer_password",
      columns: [1],
      transforms: [{ kind: "default", value: "changeme" }],
    },
  ];
  db.prepare("UPDATE imports SET mapping = ? WHERE id = ?").run(JSON.stringify(mapping), id);
  expect(JSON.stringify(history.get(id))).not.toMatch(/9876|changeme/);
});

test("what does not exist, or is still being prepared, is not found", async () => {
  const { put, history, db } = workshop();
  const id = await put("code\nA\n");
  db.prepare("UPDATE imports SET phase = 'preparing' WHERE id = ?").run(id);
  const calls = [
    () => history.get(id),
    () => history.summary(id),
    () => history.batch(99),
    () => history.problems({ importId: id, offset: 0, limit: 1 }),
  ];
  for (const call of calls) {
    expect(call).toThrow(AppError);
    expect(call).toThrow("does not exist any more");
  }
});

test("an uncertain batch tells why in its reason and its log", async () => {
  const server = await practiceServer({ faults: forBatches(faults.reset("after-applying")) });
  const { put, send, history } = workshop(server);
  const id = await put("code,auto_add\nA,5\n");
  await send();
  const detail = history.get(id);
  expect(detail.state).toBe("uncertain");
  expect(detail.batches[0]?.reason?.code).toBe("reason-reset");
  expect(history.batch(detail.batches[0]?.id ?? 0)).toMatchObject({ reply: null, attempts: 1 });
});
