import { expect, it } from "vitest";
import { type TestApp, testApp } from "./window.ts";

const LIST = "code,first name\nA,Ana\nB,Ben\n";

/** What the window is told while something succeeds, each thing as often as it is told. */
async function toldBy(app: TestApp, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = app.events.length;
  await work();
  return app.events.slice(before).map((event) => JSON.stringify(event));
}

/** Nothing goes out meanwhile: what the sender achieves is told apart. */
async function pausedApp(): Promise<TestApp> {
  const app = await testApp();
  await app.call("queue.pause", {});
  return app;
}

async function queued(app: TestApp): Promise<number> {
  const { id } = await app.draft("list.csv", LIST);
  return (await app.call("drafts.send", { draftId: id, confirmOverwrite: true })).importId;
}

it("a list that is sent tells the window each thing once", async () => {
  const app = await pausedApp();
  const { id } = await app.draft("list.csv", LIST);
  let importId = 0;
  const told = await toldBy(app, async () => {
    ({ importId } = await app.call("drafts.send", { draftId: id, confirmOverwrite: true }));
  });
  const wanted = [{ kind: "drafts" }, { kind: "import", importId }, { kind: "queue" }];
  expect([...told].sort()).toEqual(
    [...wanted, { kind: "undo" }].map((event) => JSON.stringify(event)).sort(),
  );
});

it("a list that is refused tells the window each thing once, too", async () => {
  const app = await pausedApp();
  const { id } = await app.draft("list.csv", LIST);
  await app.call("drafts.send", { draftId: id, confirmOverwrite: true, trialRows: 1 });
  const told = await toldBy(app, async () => {
    const rest = app.call("drafts.send", { draftId: id, confirmOverwrite: true });
    await expect(rest).rejects.toThrow("trial-not-over");
  });
  expect(told).toEqual([...new Set(told)]);
  expect(told).toContain(JSON.stringify({ kind: "drafts" }));
});

it.each<readonly [string, (app: TestApp, importId: number) => Promise<unknown>]>([
  ["cancelling an import", (app, importId) => app.call("queue.cancelImport", { importId })],
  ["taking an import back", (app, importId) => app.call("undo.start", { importId })],
  ["taking the last change back", (app) => app.call("undo.undo", {})],
  ["letting the queue go on", (app, importId) => app.call("queue.pause", { importId })],
])("%s tells the window each thing once", async (_, work) => {
  const app = await pausedApp();
  const importId = await queued(app);
  const told = await toldBy(app, () => work(app, importId));
  expect(told).toEqual([...new Set(told)]);
  expect(told).toContain(JSON.stringify({ kind: "queue" }));
});
