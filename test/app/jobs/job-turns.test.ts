import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { createTurns } from "../../../main/app/jobs/job-turns.ts";
import type { WorkerProcess } from "../../../main/common/host/host.ts";
import { openWorkshop } from "../../features/importing/workshop.ts";

test("so many go on at once, the others in their order; who gives up leaves the line", async () => {
  const turns = createTurns(2);
  const order: number[] = [];
  const ends: (() => void)[] = [];
  const start = async (number: number, signal?: AbortSignal) => {
    ends[number] = await turns.take(signal);
    order.push(number);
  };
  const control = new AbortController();
  const all = [0, 1, 2].map((number) => start(number));
  const given = start(3, control.signal);
  const last = start(4);
  await Promise.all(all.slice(0, 2));
  control.abort();
  await expect(given).rejects.toMatchObject({ code: "cancelled" });
  expect(order).toEqual([0, 1]);
  ends[0]?.();
  ends[0]?.();
  await all[2];
  await new Promise((later) => setTimeout(later, 20));
  expect(order).toEqual([0, 1, 2]);
  ends[1]?.();
  await last;
  expect(order).toEqual([0, 1, 2, 4]);
});

test("many checks at once run one after the other, and each comes to its end", {
  timeout: 120_000,
}, async () => {
  const { open, check, close, workers } = openWorkshop();
  const running = new Set<WorkerProcess>();
  let seen = 0;
  let most = 0;
  const watch = setInterval(() => {
    for (; seen < workers.length; seen++) {
      const worker = workers[seen] as WorkerProcess;
      running.add(worker);
      worker.onExit(() => running.delete(worker));
    }
    most = Math.max(most, running.size);
  }, 2);
  const drafts = [];
  for (let at = 0; at < 6; at++) drafts.push(await open(`list-${at}.csv`, "Email\na@b.example\n"));
  const states = await Promise.all(drafts.map(({ id }) => check(id)));
  expect(states.map(({ kind }) => kind)).toEqual(Array(6).fill("done"));
  expect(most).toBeLessThanOrEqual(Math.max(1, availableParallelism() - 1));
  clearInterval(watch);
  expect(seen).toBe(6);
  await close();
});
