import { expect, test } from "vitest";
import { PRACTICE_CREDENTIALS } from "../../../main/practice/account.ts";
import { rawServer } from "../../helpers/servers/raw-server.ts";
import { customers, workshop } from "./workshop.ts";

const REPLY_MS = 700;
const WAIT_MS = 1_000;

test("a command does not try a server again and again that takes requests and says nothing", async () => {
  const server = await rawServer({});
  const shop = workshop();
  shop.put({ rows: customers(3), batchRows: 1 });
  const sender = shop.sender(
    { url: `http://127.0.0.1:${server.port}/`, credentials: PRACTICE_CREDENTIALS },
    { timeouts: { connect: REPLY_MS, reply: REPLY_MS, stop: 100 }, random: () => 0 },
  );
  const begun = performance.now();
  sender.start();
  await sender.drain(WAIT_MS);
  const took = performance.now() - begun;
  await sender.stop();
  // The request on its way is waited for, however long; a retry begun in time may be the last.
  expect(took).toBeLessThan(WAIT_MS + 2 * REPLY_MS + 500);
  expect(server.bodies().length).toBeLessThanOrEqual(2);
  expect(shop.states()).not.toContain("sending");
});
