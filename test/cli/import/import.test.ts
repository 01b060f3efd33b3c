import { expect, test } from "vitest";
import type { Outcome } from "../../../main/cli/outcome/outcome.ts";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { cli, customersCsv, SAMPLE, STORE } from "../cli.ts";

test("the sample goes into the practice connection of a fresh data folder without any setup", async () => {
  const { json } = cli();
  const { status, document } = await json([
    "import",
    SAMPLE,
    "--profile",
    "Practice",
    "--skip-invalid",
  ]);
  expect(status).toBe(0);
  expect(document).toMatchObject({
    import: 1,
    state: "accepted",
    rows: { total: 200, valid: 198, invalid: 2, warnings: 0 },
    batches: { total: 1, accepted: 1, rejected: 0, queued: 0, uncertain: 0 },
    customers: { new: 198, updated: 0 },
  });
  expect(Object.keys(document)).toEqual([
    "import",
    "state",
    "rows",
    "batches",
    "customers",
    "problems",
    "findings",
  ]);
  expect(document.problems.map((each) => [each.row, each.column, each.field])).toEqual([
    [58, "Birthday", "custom_date"],
    [143, "Card number", "card_number"],
  ]);
  expect(Object.keys(document.problems[0] ?? {})).toEqual([
    "row",
    "column",
    "field",
    "code",
    "message",
  ]);
});

test("an invalid row stops the import before anything is sent, and nothing is left behind", async () => {
  const server = await practiceServer();
  const { json, connect, dataDir } = cli();
  await connect(server);
  const { status, document, err } = await json(["import", SAMPLE, ...STORE]);
  expect(status).toBe(3);
  expect(document).toMatchObject({
    import: null,
    state: "invalid",
    rows: { total: 200, valid: 198, invalid: 2 },
    batches: { total: 0 },
  });
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toContain("--skip-invalid");
  expect(server.requests()).toBe(0);
  const db = openDatabase(dataDir);
  for (const table of ["stagings", "staged_chunks", "staged_problems", "imports", "batches"]) {
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
  }
  db.close();
});

test("what the server holds afterwards is what the list says, leading zeros and accents kept", async () => {
  const server = await practiceServer();
  const { run, connect, list } = cli();
  await connect(server);
  const path = list("list.csv", "Card,Name,Born\n007,José María|Núñez,31/12/1999\n");
  const { status } = await run([
    "import",
    path,
    ...STORE,
    "--map",
    "Card=code",
    "--map",
    "card=card_number",
    "--map",
    "Name=first_name",
    "--map",
    "Born=custom_date",
  ]);
  expect(status).toBe(0);
  expect(server.customers().map((each) => each.fields)).toEqual([
    { code: "007", card_number: "007", first_name: "José María|Núñez", custom_date: "1999-12-31" },
  ]);
});

test.each(["json", "xml", "jsonp"])("replies in %s are understood", async (output) => {
  const server = await practiceServer();
  const { json, connect, list } = cli();
  await connect(server);
  const path = list("list.csv", customersCsv(3));
  const { status, document } = await json(["import", path, ...STORE, "--output", output]);
  expect(status).toBe(0);
  expect(document.customers).toEqual({ new: 3, updated: 0 });
});

test("ambiguous dates end with status 3 until their format is told", async () => {
  const server = await practiceServer();
  const { run, json, connect, list } = cli();
  await connect(server);
  const path = list("list.csv", "code,custom_date\nA,03/04/1990\nB,05/06/1991\n");
  const stopped = await run(["import", path, ...STORE]);
  expect(stopped.status).toBe(3);
  expect(stopped.err).toContain("--date-format");
  expect((await json(["import", path, ...STORE])).document).toMatchObject({
    import: null,
    state: "invalid",
    batches: { total: 0 },
    problems: [],
    error: { code: "list-date-format" },
  });
  expect(server.requests()).toBe(0);
  const told = await json(["import", path, ...STORE, "--date-format", "custom_date=DD/MM/YYYY"]);
  expect(told.status).toBe(0);
  expect(server.customers()[0]?.fields.custom_date).toBe("1990-04-03");
});

test("days that no calendar has are errors of their rows, also where no other date says a format", async () => {
  const server = await practiceServer();
  const { json, connect, list } = cli();
  await connect(server);
  for (const header of ["custom_date", "Birthday"]) {
    const path = list(`${header}.csv`, `code,${header}\nA,31/02/1990\nB,1990-13-01\n`);
    const { status, document } = await json<Outcome>(["import", path, ...STORE]);
    expect(status).toBe(3);
    expect(document.problems).toMatchObject([
      { row: 2, column: header, field: "custom_date", code: "date-impossible" },
      { row: 3, column: header, field: "custom_date", code: "date-impossible" },
    ]);
  }
  expect(server.requests()).toBe(0);
});

test("a list whose rejected batch holds the rest says how to go on, and goes on so", async () => {
  const body = JSON.stringify({ status: "error", error: "No" });
  const no: Fault = { kind: "reply", applied: false, reply: { status: 200, body } };
  const server = await practiceServer({ faults: forBatches(undefined, no) });
  const { json, run, connect, list } = cli();
  await connect(server);
  const path = list("list.csv", customersCsv(3));
  const first = await run(["import", path, ...STORE, "--batch-rows", "1"]);
  expect(first.status).toBe(5);
  expect(first.err).toContain("queue resolve 2 --as resend");
  const again = await json(["queue", "send"]);
  expect(again.status).toBe(5);
  expect(again.document).toMatchObject({ state: "rejected", batches: { total: 1, queued: 1 } });
  await run(["queue", "cancel", "2"]);
  const rest = await json(["queue", "send"]);
  expect([rest.status, rest.err]).toEqual([0, ""]);
  expect(server.customers()).toHaveLength(2);
});

test("what the API rejects ends with status 5 and its words are on standard error", async () => {
  const server = await practiceServer();
  const { json, connect, list } = cli();
  await connect(server);
  const path = list("list.csv", customersCsv(2));
  const words = ["--profile", "Store", "--campaign", "999"];
  const { status, document, err } = await json(["import", path, ...words]);
  expect(status).toBe(5);
  expect(document).toMatchObject({ state: "rejected", batches: { total: 1, rejected: 1 } });
  expect(err).toContain("rejected");
});

test("refused credentials end with status 5 and keep the batches queued", async () => {
  const server = await practiceServer();
  const { json, connect, list } = cli();
  await connect({ url: server.url, credentials: { ...server.credentials, apiKey: "wrong-key" } });
  const path = list("list.csv", customersCsv(2));
  const { status, document } = await json(["import", path, ...STORE]);
  expect(status).toBe(5);
  expect(document).toMatchObject({ state: "rejected", batches: { total: 1, queued: 1 } });
  expect((await json(["queue", "send"])).status).toBe(5);
});

test("a server that asks for patience leaves the batches queued with status 4", async () => {
  const later = faults.tryLater(503, "3600");
  const server = await practiceServer({ faults: forBatches(undefined, later) });
  const { json, connect, list } = cli();
  await connect(server);
  const path = list("list.csv", customersCsv(4));
  const first = await json(["import", path, ...STORE, "--batch-rows", "2"]);
  expect(first.status).toBe(4);
  expect(first.document).toMatchObject({
    state: "queued",
    batches: { total: 2, accepted: 1, queued: 1 },
    customers: { new: 2, updated: 0 },
  });
  const queue = await json<{ batches: Record<string, unknown>[] }>(["queue", "list"]);
  expect(queue.document.batches).toMatchObject([
    {
      batch: 2,
      import: 1,
      connection: "Store",
      state: "waiting",
      rows: 2,
      firstRow: 4,
      lastRow: 5,
    },
  ]);
  const sent = await json(["queue", "send"]);
  expect(sent.status).toBe(0);
  expect(sent.document).toMatchObject({
    import: 1,
    state: "accepted",
    batches: { total: 1, accepted: 1 },
    customers: { new: 2, updated: 0 },
  });
  expect(server.customers()).toHaveLength(4);
});

test("a closed port leaves everything queued with status 4 within the time of a retry", async () => {
  const server = await practiceServer();
  await server.close();
  const { json, connect, list } = cli();
  await connect(server);
  const path = list("list.csv", customersCsv(2));
  const { status, document } = await json(["import", path, ...STORE]);
  expect(status).toBe(4);
  expect(document).toMatchObject({ state: "queued", batches: { total: 1, queued: 1 } });
}, 90_000);

test("a batch that must not repeat and may have arrived ends with status 6 for a person to decide", async () => {
  const lost = faults.reset("after-applying");
  const server = await practiceServer({ faults: forBatches(lost) });
  const { json, run, connect, list } = cli();
  await connect(server);
  const path = list("list.csv", "code,first_name,auto_add\nA,Ana,25\nB,Bea,10\n");
  const { status, document } = await json(["import", path, ...STORE]);
  expect(status).toBe(6);
  expect(document).toMatchObject({ state: "uncertain", batches: { total: 1, uncertain: 1 } });
  expect((await json(["queue", "send"])).status).toBe(0);
  expect((await run(["queue", "cancel", "1"])).status).not.toBe(0);
  const resolved = await json(["queue", "resolve", "1", "--as", "sent"]);
  expect(resolved.document).toEqual({ batch: 1, state: "accepted" });
  expect(server.applied()).toHaveLength(1);
  const history = await json<{ imports: unknown[] }>(["history"]);
  expect(history.document.imports).toMatchObject([{ import: 1, state: "accepted", rows: 2 }]);
});

test("--queue-only queues with status 0 and sends nothing", async () => {
  const server = await practiceServer();
  const { json, connect, list } = cli();
  await connect(server);
  const path = list("list.csv", customersCsv(5));
  const { status, document } = await json(["import", path, ...STORE, "--queue-only"]);
  expect(status).toBe(0);
  expect(document).toMatchObject({ state: "queued", batches: { total: 1, queued: 1 } });
  expect(server.requests()).toBe(0);
  const sent = await json<Outcome>(["queue", "send"]);
  expect([sent.status, sent.document.state]).toEqual([0, "accepted"]);
  expect(server.customers()).toHaveLength(5);
});

test("a batch that was not tried because an earlier one waits says so", async () => {
  const server = await practiceServer({ faults: forBatches(faults.tryLater(503, "3600")) });
  const { run, connect, list } = cli();
  await connect(server);
  await run(["import", list("first.csv", customersCsv(2)), ...STORE]);
  const second = await run(["import", list("second.csv", customersCsv(2, 3)), ...STORE]);
  expect(second.status).toBe(4);
  expect(second.err).toContain("Batch 2 (Queued): It waits behind batch 1.");
  expect(second.err.trim().split("\n")).toHaveLength(1);
});

test("queue resume lets go on what the window paused by connection or by import", async () => {
  const server = await practiceServer();
  const { run, connect, list, dataDir } = cli();
  await connect(server);
  await run(["import", list("list.csv", customersCsv(2)), ...STORE, "--queue-only"]);
  const db = openDatabase(dataDir);
  db.prepare("UPDATE imports SET hold = 'paused'").run();
  db.prepare("UPDATE connections SET hold = 'paused' WHERE name = 'Store'").run();
  db.close();
  const paused = await run(["queue", "send"]);
  expect([paused.status, server.requests()]).toEqual([4, 0]);
  expect(paused.err).toContain("queue resume");
  await run(["queue", "resume"]);
  expect((await run(["queue", "send"])).status).toBe(0);
  expect(server.customers()).toHaveLength(2);
});

test("a paused queue sends nothing until it is resumed", async () => {
  const server = await practiceServer();
  const { json, run, connect, list } = cli();
  await connect(server);
  expect((await json(["queue", "pause"])).document).toEqual({ paused: true });
  const path = list("list.csv", customersCsv(2));
  const paused = await run(["import", path, ...STORE]);
  expect(paused.status).toBe(4);
  expect(paused.err).toContain("queue resume");
  expect(server.requests()).toBe(0);
  expect((await json(["queue", "resume"])).document).toEqual({ paused: false });
  expect((await run(["queue", "send"])).status).toBe(0);
  expect(server.customers()).toHaveLength(2);
});

test("a cancelled batch is never sent", async () => {
  const server = await practiceServer();
  const { json, run, connect, list } = cli();
  await connect(server);
  await run(["import", list("list.csv", customersCsv(2)), ...STORE, "--queue-only"]);
  expect((await json(["queue", "cancel", "1"])).document).toEqual({ batch: 1, state: "cancelled" });
  expect((await run(["queue", "send"])).status).toBe(0);
  expect(server.requests()).toBe(0);
});

test("two imports at once on one data folder send every row once", async () => {
  const server = await practiceServer();
  const { json, connect, list } = cli();
  await connect(server);
  const first = list("first.csv", customersCsv(30));
  const second = list("second.csv", customersCsv(30, 100));
  const words = [...STORE, "--batch-rows", "3"];
  const ended = await Promise.all([
    json(["import", first, ...words]),
    json(["import", second, ...words]),
  ]);
  expect(ended.map((each) => [each.status, each.document.state, each.document.customers])).toEqual([
    [0, "accepted", { new: 30, updated: 0 }],
    [0, "accepted", { new: 30, updated: 0 }],
  ]);
  expect(server.applied()).toHaveLength(20);
  expect(server.customers()).toHaveLength(60);
}, 90_000);

test("overwriting needs a confirmation of its own and then empties what is not in the list", async () => {
  const server = await practiceServer();
  const { run, connect, list } = cli();
  await connect(server);
  await run(["import", list("a.csv", customersCsv(1)), ...STORE]);
  const overwrite = list("b.csv", "code,first_name\nC00001,Eva\n");
  const words = ["import", overwrite, ...STORE, "--duplicates", "yes"];
  expect((await run(words)).status).toBe(2);
  expect(server.customers()[0]?.fields.first_name).toBe("Ana 00001");
  expect((await run([...words, "--confirm-overwrite"])).status).toBe(0);
  expect(server.customers()[0]?.fields).toEqual({ code: "C00001", first_name: "Eva" });
});

test("columns named like custom fields go to them once a test of the connection has learned the names", async () => {
  const server = await practiceServer();
  const { json, run, connect, list } = cli();
  await connect(server);
  const path = list("a.csv", "Code,Shoe size\nA1,38\n");
  const before = await json(["import", path, ...STORE]);
  expect(before.err).toContain("Not imported: Shoe size");
  expect((await run(["profile", "test", "Store"])).status).toBe(0);
  const after = await json(["import", path, ...STORE]);
  expect(after.status).toBe(0);
  expect(after.err).not.toContain("Not imported");
  expect(server.customers()).toMatchObject([{ fields: { custom_field_2: "38" } }]);
});

test("dates that a program has swapped, or written in UTC, are told with the option that puts them right", async () => {
  const { json, list } = cli();
  const header = "Card Number,First Name,Birthday\n";
  const half = list(
    "half.csv",
    `${header}1,A,1985-07-05\n2,B,1990-11-02\n3,C,13/05/1985\n4,D,25/12/1979\n5,E,30/01/2001\n`,
  );
  const utc = list("utc.csv", `${header}6,F,1985-05-04T15:00:00Z\n7,G,1990-11-01T15:00:00Z\n`);
  const told = async (...args: readonly string[]) => {
    const { document, status } = await json(["import", ...args, "--profile", "Practice"]);
    statuses.push(status);
    return document.findings?.map(({ code, message, rows }) => [
      code,
      /--[a-z-]+/.exec(message)?.[0],
      rows,
    ]);
  };
  const statuses: (number | null)[] = [];
  expect(await told(half)).toEqual([["dates-swapped", "--swap-dates", [2, 3]]]);
  expect(await told(half, "--keep-dates")).toEqual([["dates-swapped", "--swap-dates", [2, 3]]]);
  expect(await told(half, "--swap-dates")).toEqual([["dates-swapped-back", undefined, [2, 3]]]);
  expect(await told(utc)).toEqual([["dates-in-utc", "--date-zone", [2, 3]]]);
  expect(await told(utc, "--date-zone", "Asia/Tokyo")).toEqual([
    ["dates-in-zone", undefined, [2, 3]],
  ]);
  // What nobody has said how to read is not sent.
  expect(statuses).toEqual([3, 0, 0, 3, 0]);
  const wrong = await json(["import", utc, "--profile", "Practice", "--date-zone", "Nowhere"]);
  expect(wrong.status).toBe(2);
  const { document } = await json<{ customers: { fields: Record<string, string> }[] }>([
    ...["practice", "customers"],
  ]);
  const days = document.customers.map(({ fields }) => fields.custom_date);
  expect(days.slice(0, 2)).toEqual(["1985-05-07", "1990-02-11"]);
  expect(days.slice(5)).toEqual(["1985-05-05", "1990-11-02"]);
});

test("text for points is an error once a test of the connection has learned the campaigns' kinds", async () => {
  const server = await practiceServer();
  const { json, run, connect, list } = cli();
  await connect(server);
  const path = list("a.csv", "Code,Points\nA1,25\nA2,Coffee\n");
  const points = ["import", path, ...STORE, "--map", "Code=code", "--map", "Points=auto_add"];
  expect((await run(["profile", "test", "Store"])).status).toBe(0);
  const after = await json(points);
  expect(after.status).toBe(3);
  expect(after.document.problems).toMatchObject([{ row: 3, code: "auto-add-no-amount" }]);
  expect(server.customers()).toEqual([]);
});
