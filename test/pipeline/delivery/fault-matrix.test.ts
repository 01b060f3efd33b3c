import { afterAll, expect, test } from "vitest";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import type { BatchState } from "../../../preload/types.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { rawServer } from "../../helpers/servers/raw-server.ts";
import { customers, resolvedTo, workshop } from "./workshop.ts";

/** What became of a batch that met the fault once, while the server is well afterwards. */
interface Expected {
  readonly reason: string;
  readonly idempotent: BatchState;
  readonly notIdempotent: BatchState;
}

const again = (reason: string): Expected => ({
  reason,
  idempotent: "accepted",
  notIdempotent: "accepted",
});
const unclear = (reason: string): Expected => ({
  reason,
  idempotent: "accepted",
  notIdempotent: "uncertain",
});
const ended = (reason: string, state: BatchState): Expected => ({
  reason,
  idempotent: state,
  notIdempotent: state,
});
const none: Expected = again("");

const reply = (status: number, body = "", headers = {}): Fault => ({
  kind: "reply",
  applied: false,
  reply: { status, body, headers },
});

const MATRIX: readonly (readonly [string, Fault, Expected])[] = [
  ["reset before the request is read", faults.reset("before-reading"), unclear("reason-reset")],
  ["reset before it is applied", faults.reset("before-applying"), unclear("reason-reset")],
  ["reset after it is applied", faults.reset("after-applying"), unclear("reason-reset")],
  ["closed before the request is read", faults.close("before-reading"), unclear("reason-reset")],
  ["closed before it is applied", faults.close("before-applying"), unclear("reason-reset")],
  ["closed after it is applied", faults.close("after-applying"), unclear("reason-reset")],
  ["silence before it is read", faults.hang("before-reading"), unclear("reason-reply-timeout")],
  ["silence before it is applied", faults.hang("before-applying"), unclear("reason-reply-timeout")],
  ["silence after it is applied", faults.hang("after-applying"), unclear("reason-reply-timeout")],
  ["reply cut before its body", faults.cut(0), unclear("reason-cut-reply")],
  ["reply cut in its body", faults.cut(30), unclear("reason-cut-reply")],
  ["gateway error 500, applied", faults.gateway(500, true), unclear("reason-server-error")],
  ["gateway error 502, not applied", faults.gateway(502, false), unclear("reason-server-error")],
  ["gateway error 504, applied", faults.gateway(504, true), unclear("reason-server-error")],
  ["HTML page with 200, applied", faults.page(true), unclear("reason-unreadable")],
  ["HTML page with 200, not applied", faults.page(false), unclear("reason-unreadable")],
  ["empty body, applied", faults.empty(true), unclear("reason-unreadable")],
  ["empty body, not applied", faults.empty(false), unclear("reason-unreadable")],
  ["busy (429)", faults.tryLater(429), again("reason-try-later")],
  ["busy (503, Retry-After: 1)", faults.tryLater(503, "1"), again("reason-try-later")],
  ["slow reply", faults.delay(200), none],
  ["wrong charset", faults.wrongCharset(), none],
  ["wrong content type", faults.wrongContentType(), none],
  ["compressed reply", faults.compressed(), none],
  ["see other (303)", reply(303, "", { location: "/x" }), unclear("reason-unreadable")],
  ["redirect", reply(302, "", { location: "/x" }), ended("reason-redirect", "rejected")],
  ["page not found", reply(404, "<html></html>"), ended("reason-http-refused", "rejected")],
  [
    "rejected by the API",
    reply(200, `{"status":"error","error":"No"}`),
    ended("reason-rejected", "rejected"),
  ],
  [
    "wrong credentials",
    reply(200, `{"status":"error","error":"Invalid credentials"}`),
    ended("reason-credentials", "queued"),
  ],
];

const table: Record<string, string>[] = [];
afterAll(() => console.table(table));

const kinds = [
  ["idempotent", ["code", "first_name"]],
  ["not idempotent", ["email", "first_name"]],
] as const;
const cases = MATRIX.flatMap(([name, fault, expected]) =>
  kinds.map(([kind, fields]) => ({ name, fault, expected, kind, fields })),
);

test.each(cases)("$name, $kind", async ({ name, fault, expected, kind, fields }) => {
  const server = await practiceServer({ faults: forBatches(fault) });
  const shop = workshop();
  shop.put({ fields, rows: customers(2) });
  const sender = shop.sender(server, {
    random: () => 0,
    timeouts: { connect: 1000, reply: 500, stop: 1000 },
  });
  sender.start();
  await sender.drain(8000);

  const state = kind === "idempotent" ? expected.idempotent : expected.notIdempotent;
  const causes = shop.db.prepare("SELECT cause FROM batch_log ORDER BY seq").pluck().all();
  const times = server.applied().length;
  table.push({ fault: name, batch: kind, outcome: state, applied: `${times}` });
  expect(shop.states()).toEqual([state]);
  if (expected.reason !== "") expect(causes).toContain(expected.reason);
  if (kind === "not idempotent") expect(times).toBeLessThanOrEqual(1);
  if (state === "accepted") expect(times).toBeGreaterThanOrEqual(1);
  if (state === "rejected" || state === "queued") expect(times).toBe(0);
});

/** Batches that got through before, by which several are on their way when the fault is met. */
const BEFORE = 7;
const severalKinds = [
  ["idempotent", []],
  ["not idempotent", ["5"]],
] as const;

// What may go twice does so with one on its way as well: of these every third fault is enough.
test.each(
  MATRIX.flatMap(([name, fault, expected], at) =>
    severalKinds
      .filter(([kind]) => kind === "not idempotent" || at % 3 === 0)
      .map(([kind, amount]) => ({ name, fault, expected, kind, amount })),
  ),
)("$name, $kind, with several on their way", async ({ name, fault, expected, kind, amount }) => {
  const slow: Fault = { kind: "none", delayMs: 30 };
  const server = await practiceServer({
    faults: forBatches(...Array<Fault>(BEFORE).fill(slow), fault, slow, slow, slow),
  });
  const shop = workshop();
  const fields = ["code", "first_name", "auto_add"] as const;
  const rows = customers(14).map((row) => [...row, ...amount]);
  shop.put({ fields: fields.slice(0, rows[0]?.length), rows, batchRows: 1 });
  const settings = { parallel: 4 };
  const sender = shop.sender(server, {
    random: () => 0,
    resolve: async () => resolvedTo(server, settings),
    timeouts: { connect: 1000, reply: 500, stop: 1000 },
  });
  sender.start();
  await sender.drain(8000);
  // A platform that was asked for too much gets one after the other, with waits; nobody waits here.
  sender.sendNow();
  await sender.drain(8000);

  const state = kind === "idempotent" ? expected.idempotent : expected.notIdempotent;
  const times = new Map<string, number>();
  for (const [code = ""] of server.applied().flatMap((batch) => batch.rows)) {
    times.set(code, (times.get(code) ?? 0) + 1);
  }
  table.push({ fault: name, batch: `${kind}, 4`, outcome: state, applied: `${times.size}` });
  const states = shop.states();
  const stopped = state === "rejected" || state === "queued";
  const met = states.filter((each) => each !== "accepted" && !(stopped && each === "queued"));
  expect(met).toEqual(state === "accepted" || state === "queued" ? [] : [state]);
  if (state === "queued") expect(states).toContain("queued");
  for (const [at, each] of states.entries()) {
    const count = times.get(`C${at + 1}`) ?? 0;
    if (kind === "not idempotent") expect(count).toBeLessThanOrEqual(1);
    if (each === "accepted") expect(count).toBeGreaterThanOrEqual(1);
    if (each === "rejected" || each === "queued") expect(count).toBe(0);
  }
});

const unreachable: readonly (readonly [string, () => Promise<string>, string])[] = [
  ["refused connection", async () => "http://127.0.0.1:1/", "reason-refused"],
  ["unknown name", async () => "https://nowhere.invalid/", "reason-dns"],
  [
    "broken handshake",
    async () => {
      const { port } = await rawServer({
        onConnect: (socket) => socket.once("data", () => socket.end("x")),
      });
      return `https://127.0.0.1:${port}/`;
    },
    "reason-tls",
  ],
  [
    "connect timeout",
    async () => `https://127.0.0.1:${(await rawServer({})).port}/`,
    "reason-connect-timeout",
  ],
];

test.each(
  unreachable.flatMap(([name, address, reason]) =>
    kinds.map(([kind, fields]) => ({ name, address, reason, kind, fields })),
  ),
)("$name, $kind: waits, and goes once the network is back", async (each) => {
  const server = await practiceServer();
  const shop = workshop();
  const wrong = { ...resolvedTo(server), url: await each.address() };
  let down = true;
  shop.put({ fields: each.fields, rows: customers(2) });
  const sender = shop.sender(server, {
    // A long wait, so that only the network's return can end it.
    random: () => 0.999_999,
    resolve: async () => (down ? wrong : resolvedTo(server)),
    // The first handshake of a process also reads the authorities, which takes its time.
    timeouts: { connect: each.name === "connect timeout" ? 300 : 5000, reply: 1000, stop: 1000 },
  });
  sender.start();
  await expect.poll(shop.states, { timeout: 8000 }).toEqual(["waiting"]);
  expect(shop.reasons()).toEqual([each.reason]);
  down = false;
  sender.networkBack();
  await sender.drain(8000);
  expect(shop.states()).toEqual(["accepted"]);
  expect(server.applied()).toHaveLength(1);
  table.push({ fault: each.name, batch: each.kind, outcome: "accepted", applied: "1" });
});
