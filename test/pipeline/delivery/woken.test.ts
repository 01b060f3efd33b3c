import { expect, test } from "vitest";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import type { QueuedBatch } from "../../../preload/types.ts";
import { type TestApp, testApp } from "../../app/window.ts";
import { POINTS, practiceServer } from "../../helpers/practice.ts";
import { faults } from "../../helpers/servers/faults.ts";

/** A connection whose server asks for an hour of patience, with a list that waits for it. */
async function patient(app: TestApp) {
  let asked = 0;
  const server = await practiceServer({
    faults({ type }) {
      if (type !== "customers_batch") return undefined;
      asked += 1;
      return faults.tryLater(503, "3600");
    },
  });
  const { userId, apiKey, accountId } = server.credentials;
  const { id } = await app.call("connections.save", {
    ...{ id: null, name: "Patient", url: server.url, userId, accountId, apiKey },
    settings: { ...DEFAULT_CONNECTION_SETTINGS, campaigns: [POINTS] },
    acceptWeakKeyStore: true,
  });
  const draft = await over(app, "patient.csv", id);
  await app.call("drafts.send", { draftId: draft, confirmOverwrite: false });
  await expect.poll(() => waiting(app)).toHaveLength(1);
  return { id, asked: () => asked };
}

async function over(app: TestApp, name: string, connectionId: number): Promise<number> {
  const { id, options } = await app.draft(name, "code,first_name\n1,Ana\n2,Bea\n3,Cleo\n");
  await app.call("drafts.setOptions", {
    draftId: id,
    options: { ...options, connectionId, campaigns: [POINTS] },
  });
  return id;
}

async function waiting(app: TestApp): Promise<readonly QueuedBatch[]> {
  const { items } = await app.call("queue.list", { offset: 0, limit: 20 });
  return items.filter(({ state }) => state === "waiting");
}

test("sending a list, on trial and whole, and deciding about batches leaves it to the other server when it is asked again", async () => {
  const app = await testApp();
  const { asked } = await patient(app);
  const [before] = await waiting(app);
  expect(before?.nextTry).toBeGreaterThan(Date.now() + 3_500_000);

  const [practice] = await app.call("connections.list", {});
  const id = await over(app, "mine.csv", practice?.id ?? 0);
  const trial = await app.call("drafts.send", {
    draftId: id,
    confirmOverwrite: false,
    trialRows: 1,
  });
  await expect
    .poll(async () => (await app.call("history.get", { importId: trial.importId })).finishedAt)
    .not.toBeNull();
  await app.send(id);
  await app.call("queue.pause", {});
  await app.call("queue.resume", {});
  await app.call("app.networkBack", {});

  expect(await waiting(app)).toEqual([before]);
  expect(asked()).toBe(1);
});

test("a second list over the same connection does not ask the server before its time either", async () => {
  const app = await testApp();
  const { id, asked } = await patient(app);
  const [before] = await waiting(app);
  const draftId = await over(app, "second.csv", id);
  await app.call("drafts.send", { draftId, confirmOverwrite: false });
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await waiting(app)).toEqual([before]);
  expect(asked()).toBe(1);
});
