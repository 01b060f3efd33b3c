import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { createTogether } from "../../../../main/pipeline/delivery/sender/outcome/together.ts";
import { PRACTICE_CREDENTIALS } from "../../../../main/practice/account.ts";
import { accepted, heldTransport } from "../held-transport.ts";
import { customers, resolvedTo, workshop } from "../workshop.ts";

const SERVER = { url: "http://127.0.0.1:1/", credentials: PRACTICE_CREDENTIALS };

afterEach(() => {
  vi.useRealTimers();
});

/** A sender with four at once that nothing wakes but answers: no look at the queue comes in between. */
function flying(batches: number) {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const shop = workshop();
  shop.put({ rows: customers(batches), batchRows: 1 });
  const transport = heldTransport();
  const troubles: string[] = [];
  const sender = shop.sender(SERVER, {
    transport,
    resolve: async () => resolvedTo(SERVER, { parallel: 4 }),
    onTrouble: (code) => troubles.push(code),
    timeouts: { connect: 1000, reply: 1000, stop: 50 },
  });
  const answerAll = () => {
    for (const request of [...transport.open]) request.answer(accepted(1));
  };
  // Vitest's own polling would move the clock.
  const open = async (count: number) => {
    for (let turn = 0; turn < 400 && transport.open.length < count; turn += 1) await pause(2);
    expect(transport.open).toHaveLength(count);
  };
  return { shop, transport, troubles, sender, answerAll, open };
}

test("the first answer brings as many on their way at once as the connection allows", async () => {
  const { sender, transport, answerAll, open } = flying(20);
  sender.start();
  await open(1);
  answerAll();
  await open(4);
  answerAll();
  await open(4);
  expect(transport.begun).toHaveLength(9);
});

test("an outcome that cannot be written down does not hinder those that came with it", async () => {
  const { shop, sender, troubles, transport, answerAll, open } = flying(5);
  sender.start();
  await open(1);
  answerAll();
  await open(4);
  shop.db.exec(`CREATE TEMP TRIGGER hinder BEFORE UPDATE ON main.batches
    WHEN new.id = 5 AND new.state = 'accepted' BEGIN SELECT raise(ABORT, 'hindered'); END`);
  answerAll();
  vi.useRealTimers();
  await expect.poll(shop.states).toEqual([...Array(4).fill("accepted"), "sending"]);
  expect(troubles).toHaveLength(1);
  shop.db.exec("DROP TRIGGER hinder");
  await expect.poll(() => shop.states()[4], { timeout: 4000 }).toBe("accepted");
  expect(transport.begun).toHaveLength(5);
});

test("what comes at about the same time is handled at once, what comes later after it", async () => {
  const handled: (readonly number[])[] = [];
  let ready: () => void = () => undefined;
  const together = createTogether<number>(async (take) => {
    await new Promise<void>((resolve) => {
      ready = resolve;
    });
    handled.push(take());
  });
  const first = together.add(1);
  const second = together.add(2);
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  const third = together.add(3);
  ready();
  expect(together.isPending()).toBe(true);
  await Promise.all([first, second, third]);
  expect(together.isPending()).toBe(false);
  expect(handled).toEqual([[1, 2, 3]]);
  const fourth = together.add(4);
  await pause(20);
  ready();
  await fourth;
  expect(handled).toEqual([[1, 2, 3], [4]]);
});
