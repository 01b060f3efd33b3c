import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createLease } from "../../../main/records/imports/lease.ts";
import { onPosix } from "../../helpers/posix.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { customers, type Workshop, workshop } from "../../pipeline/delivery/workshop.ts";

const SCRIPT = join(import.meta.dirname, "../../helpers/processes/sender-process.ts");

/** As if another process held the lease, with a batch on its way. */
function leaseOf(shop: Workshop, pid: number, host = hostname(), heartbeatAt = Date.now()): void {
  const holder = randomUUID();
  shop.db
    .prepare("INSERT OR REPLACE INTO sender_lease VALUES (1, ?, ?, ?, ?)")
    .run(holder, pid, host, heartbeatAt);
  const change = shop.db.transaction(() => {
    shop.db.exec("UPDATE batches SET state = 'sending', attempts = 1 WHERE position = 1");
    shop.db.prepare("UPDATE batches SET sent_by = ? WHERE state = 'sending'").run(holder);
    shop.db.exec("UPDATE imports SET batches_sending = 1, state = 'sending'");
  });
  change();
}

/** The number of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid ?? 0;
}

test("a dead holder's lease is taken over at once, and what it was sending is decided", async () => {
  const server = await practiceServer();
  const shop = workshop();
  shop.put({ rows: customers(4), batchRows: 2 });
  shop.put({ fields: ["email", "first_name"], rows: customers(4, 100), batchRows: 2 });
  leaseOf(shop, await deadPid());
  const sender = shop.sender(server);
  sender.start();
  await sender.drain(8000);
  expect(shop.states()).toEqual(["accepted", "accepted", "uncertain", "accepted"]);
  expect(shop.reasons()[2]).toBe("reason-crash");
});

test("a number of a dead process that this process has now is no living holder", async () => {
  const server = await practiceServer();
  const shop = workshop();
  shop.put({ rows: customers(2) });
  leaseOf(shop, process.pid);
  const sender = shop.sender(server);
  sender.start();
  await sender.drain(8000);
  expect(shop.states()).toEqual(["accepted"]);
});

test("a living holder's lease is left alone, and the queue says that another process sends", async () => {
  const server = await practiceServer();
  const shop = workshop();
  shop.put({ rows: customers(2) });
  leaseOf(shop, process.ppid);
  const sender = shop.sender(server);
  sender.start();
  await sender.drain(700);
  expect(shop.states()).toEqual(["sending"]);
  expect(server.requests()).toBe(0);
  expect(shop.queue.summary().sender).toBe("elsewhere");
});

/** Another process's look at the lease, with a clock of its own. */
function watcher(shop: Workshop, timeOfDay: () => number = Date.now) {
  let time = 5_000;
  const lease = createLease(shop.db, timeOfDay, () => time);
  return {
    lease,
    /** Looks every half second. */
    watch(seconds: number): boolean {
      for (let look = 0; look < seconds * 2; look += 1) {
        time += 500;
        if (lease.acquire()) return true;
      }
      return false;
    },
    sleep(seconds: number): void {
      time += seconds * 1000;
    },
  };
}

test("a holder on another computer is taken over within ten silent seconds, not at once", () => {
  const shop = workshop();
  leaseOf(shop, 1, "another");
  const { lease, watch } = watcher(shop);
  expect(watch(8)).toBe(false);
  expect(watch(2)).toBe(true);
  expect(lease.isHeld()).toBe(true);
});

test("a clock that is set, or wrong by hours, makes no living holder dead", () => {
  const shop = workshop();
  for (const hours of [-5, 5]) {
    leaseOf(shop, process.ppid, hostname(), Date.now() + hours * 3_600_000);
    expect(watcher(shop).watch(5)).toBe(false);
  }
});

test("whoever wakes up after a sleep first gives the holder time to wake up too", () => {
  const shop = workshop();
  leaseOf(shop, 1, "another");
  const { watch, sleep } = watcher(shop);
  expect(watch(5)).toBe(false);
  sleep(600);
  expect(watch(8)).toBe(false);
  shop.db.prepare("UPDATE sender_lease SET heartbeat_at = heartbeat_at + 1").run();
  expect(watch(8)).toBe(false);
  expect(watch(2)).toBe(true);
});

test("a stopped sender gives the lease back", async () => {
  const server = await practiceServer();
  const shop = workshop();
  shop.put({ rows: customers(2) });
  const sender = shop.sender(server);
  sender.start();
  await sender.drain(8000);
  expect(shop.queue.summary().sender).toBe("here");
  await sender.stop();
  expect(shop.queue.summary().sender).toBe("none");
});

test("an answer that comes after the sender was taken for dead is still the truth", async () => {
  const server = await practiceServer({ faults: () => ({ kind: "none", delayMs: 3500 }) });
  const shop = workshop();
  shop.put({ fields: ["email", "first_name"], rows: customers(2) });
  // It writes the same sign of life again and again, and so seems silent.
  const begun = Date.now();
  const slow = shop.sender(server, { now: () => begun, timeouts: { reply: 8000 } });
  slow.start();
  await expect.poll(shop.states).toEqual(["sending"]);
  const other = shop.sender(server, { steady: () => performance.now() * 7 });
  shop.db.prepare("UPDATE sender_lease SET host = 'another'").run();
  other.start();
  await expect.poll(shop.states, { timeout: 8000 }).toEqual(["uncertain"]);
  await expect.poll(shop.states, { timeout: 8000 }).toEqual(["accepted"]);
  expect(server.applied()).toHaveLength(1);
});

test("two senders at once on one data folder send nothing twice", async () => {
  const server = await practiceServer({
    faults: () => ({ kind: "none", delayMs: Math.random() * 10 }),
  });
  const key = Buffer.alloc(32, 5);
  const shop = workshop(key);
  shop.put({ rows: customers(200), batchRows: 2 });
  shop.put({ fields: ["email", "first_name"], rows: customers(100, 1000), batchRows: 2 });
  const children = [1, 2].map(() =>
    spawn(process.execPath, [SCRIPT, shop.dataDir, key.toString("hex"), server.url], {
      stdio: "inherit",
    }),
  );
  onTestFinished(() => {
    for (const child of children) child.kill("SIGKILL");
  });
  const sender = shop.sender(server);
  sender.start();
  await sender.drain(25_000);
  expect(new Set(shop.states())).toEqual(new Set(["accepted"]));
  expect(server.applied()).toHaveLength(150);
}, 60_000);

/** A process that has taken a batch and stands still before it posts it. */
async function standingStill() {
  const server = await practiceServer();
  const key = Buffer.alloc(32, 5);
  const shop = workshop(key);
  shop.put({ fields: ["email", "first_name"], rows: customers(2) });
  const args = [SCRIPT, shop.dataDir, key.toString("hex"), server.url, "stand-still"];
  const child = spawn(process.execPath, args, { stdio: "inherit" });
  onTestFinished(() => void child.kill("SIGKILL"));
  await expect.poll(shop.states, { timeout: 15_000 }).toEqual(["sending"]);
  return { server, shop, child };
}

const NO_STANDSTILL = "no signal makes a process stand still";

onPosix(
  {
    title:
      "a sender that stood still between taking a batch and posting it posts nothing once another has taken over",
    reason: NO_STANDSTILL,
    timeout: 60_000,
  },
  async ({ signal }) => {
    const { server, shop, child } = await standingStill();
    // Watches the silence of the other seven times as fast.
    const other = shop.sender(server, { steady: () => performance.now() * 7 });
    other.start();
    await expect.poll(shop.states, { timeout: 15_000 }).toEqual(["uncertain"]);
    expect(server.requests()).toBe(0);
    shop.queue.resolve(1, "resend");
    other.wake();
    await expect.poll(shop.states, { timeout: 8000 }).toEqual(["accepted"]);
    signal(child.pid, "SIGCONT");
    const lateWords = () =>
      shop.db.prepare("SELECT detail FROM batch_log WHERE cause = 'late-result'").pluck().all();
    await expect.poll(lateWords, { timeout: 8000 }).toEqual(["not-sent"]);
    expect(server.applied()).toHaveLength(1);
    expect(server.requests()).toBe(1);
  },
);

onPosix(
  {
    title: "a sender that stood still for a while, and nobody took over, goes on and posts",
    reason: NO_STANDSTILL,
    timeout: 60_000,
  },
  async ({ signal }) => {
    const { server, shop, child } = await standingStill();
    const wakeAndLook = () => {
      signal(child.pid, "SIGCONT");
      return shop.states();
    };
    await expect.poll(wakeAndLook, { timeout: 8000 }).toEqual(["accepted"]);
    expect(server.applied()).toHaveLength(1);
  },
);

test("whoever asks whether the lease still is theirs is not taken over in the next moments", () => {
  const shop = workshop();
  let time = 0;
  const standing = createLease(
    shop.db,
    () => time,
    () => time,
  );
  expect(standing.acquire()).toBe(true);
  shop.db.prepare("UPDATE sender_lease SET host = 'another'").run();
  const other = watcher(shop);
  expect(other.watch(8.5)).toBe(false);
  time = 8_500;
  expect(standing.keepAlive()).toBe(true);
  expect(other.watch(8.5)).toBe(false);
  expect(other.watch(1)).toBe(true);
  expect(standing.keepAlive()).toBe(false);
});
