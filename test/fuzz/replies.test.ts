import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { AppError } from "../../main/common/errors.ts";
import { listCampaigns, listCustomFields, testAccount } from "../../main/pipeline/api/client.ts";
import { readBatchReply } from "../../main/pipeline/api/reply/batch-reply.ts";
import { readReply } from "../../main/pipeline/api/reply/read-reply.ts";
import { createNodeTransport } from "../../main/pipeline/api/transport/node-transport.ts";
import { PRACTICE_CREDENTIALS } from "../../main/practice/account.ts";
import { resolvedTo } from "../pipeline/delivery/lists.ts";
import { mutated } from "./mutate.ts";
import { FUZZ_TIMEOUT_MS, fuzz } from "./run.ts";

const MAX_MS = 10_000;
const REPLIES = [
  '<?xml version="1.0"?><response status="success"><batch status="imported"><customers><new>2</new><updated>1</updated></customers><new_customers><customer><row>1</row><code>A1</code><card_number>123</card_number></customer></new_customers></batch></response>',
  '{"status":"success","batch":{"status":"imported","customers":{"new":"2","updated":"1"},"new_customers":[{"row":1,"code":"A1"}]}}',
  'cb({"response":{"status":"success","campaigns":{"campaign":[{"id":"1106069098931231","name":"A & B","type":"points"}]},"pagination":{"total":"1"}}});',
  '<response status="error"><error>Unknown user &amp; account</error></response>',
  '{"status":"error","errors":{"error":["row 3: no card","row 4"]}}',
  '<response status="success"><account><name>Shop</name></account><fields><custom_field_1>Colour</custom_field_1></fields></response>',
].map((text) => Buffer.from(text));
const TYPES = [
  "application/json",
  "text/xml; charset=utf-8",
  "text/html",
  "a; charset=utf-16",
  "x;charset=",
];

it("a mutated reply is read or not, and nothing else", { timeout: FUZZ_TIMEOUT_MS }, async () => {
  const { found } = await fuzz("reply", async (random) => {
    const input = mutated(random.pick(REPLIES), random);
    const start = performance.now();
    try {
      const reply = readReply(input, random.pick(TYPES));
      if (reply.kind === "success") readBatchReply(reply.content);
    } catch (error) {
      return { what: String(error), input };
    }
    return performance.now() - start < MAX_MS ? null : { what: "took too long", input };
  });
  expect(found).toBeNull();
});

it("the client takes whatever a server sends for an answer or an error that a person understands", {
  timeout: FUZZ_TIMEOUT_MS,
}, async () => {
  let answer: Buffer = Buffer.alloc(0);
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => socket.end(answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const transport = createNodeTransport();
  const url = `http://127.0.0.1:${port}/`;
  const connection = resolvedTo({ url, credentials: PRACTICE_CREDENTIALS });
  const { found } = await fuzz("answer", async (random) => {
    const body = random.chance(0.7) ? mutated(random.pick(REPLIES), random) : random.pick(REPLIES);
    const status = random.pick([
      "200 OK",
      "200 OK",
      "301 Moved",
      "401 No",
      "429 Wait",
      "500 Oops",
      "204 ",
    ]);
    const head = `HTTP/1.1 ${status}\r\nContent-Type: ${random.pick(TYPES)}\r\nContent-Length: ${body.length}\r\nRetry-After: 1\r\n\r\n`;
    const whole = Buffer.concat([Buffer.from(head), body]);
    answer = random.chance(0.3) ? mutated(whole, random) : whole;
    const ask = random.pick([listCampaigns, listCustomFields, testAccount]);
    const start = performance.now();
    try {
      await ask(transport, connection);
    } catch (error) {
      const isFault = !(error instanceof AppError) || error.code === "unexpected";
      if (isFault) return { what: String(error), input: answer };
    }
    return performance.now() - start < MAX_MS ? null : { what: "took too long", input: answer };
  });
  expect(found).toBeNull();
});
