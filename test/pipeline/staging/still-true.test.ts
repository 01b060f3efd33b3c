import { expect, test, vi } from "vitest";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import { type TestApp, testApp } from "../../app/window.ts";
import { POINTS, practiceServer } from "../../helpers/practice.ts";

vi.setConfig({ testTimeout: 120_000 });

const list = (...rows: readonly string[]) => `code,first_name\n${rows.join("\n")}\n`;

/** A checked draft in which only what changed is to go. */
async function onlyChanged(app: TestApp, name: string, text: string): Promise<number> {
  const { id: draftId, options } = await app.draft(name, text);
  await app.call("drafts.setOptions", { draftId, options: { ...options, onlyChanged: true } });
  await app.call("drafts.check", { draftId });
  await expect
    .poll(async () => (await app.call("drafts.get", { draftId })).check.kind, { timeout: 40_000 })
    .toBe("done");
  return draftId;
}

async function shown(app: TestApp, draftId: number) {
  const { check } = await app.call("drafts.get", { draftId });
  if (check.kind !== "done") throw new Error(check.kind);
  return { toSend: check.counts.toSend, notices: check.notices.map(({ code }) => code) };
}

async function names(app: TestApp) {
  return Object.fromEntries(
    (await app.customers()).map(({ fields }) => [fields.code, fields.first_name]),
  );
}

const send = (app: TestApp, draftId: number) =>
  app.call("drafts.send", { draftId, confirmOverwrite: false });

test("rows that were unchanged when they were checked go out where another list has changed them since", async () => {
  const app = await testApp();
  await app.send((await app.draft("january.csv", list("C1,Ana", "C2,Bea"))).id);
  const march = await onlyChanged(app, "march.csv", list("C1,Ana", "C2,Bee"));
  expect(await shown(app, march)).toMatchObject({ toSend: 1 });
  await app.send((await app.draft("february.csv", list("C1,Anna"))).id);

  await expect(send(app, march)).rejects.toThrow("check-rows-changed");
  expect(await names(app)).toEqual({ C1: "Anna", C2: "Bea" });
  // What differs shows, and the next press is a decision about it.
  expect(await shown(app, march)).toMatchObject({ toSend: 2 });
  await app.send(march);
  expect(await names(app)).toEqual({ C1: "Ana", C2: "Bee" });
});

test("a row that was changed when it was checked and has been sent just so since stays behind", async () => {
  const app = await testApp();
  await app.send((await app.draft("january.csv", list("C1,Ana", "C2,Bea"))).id);
  const march = await onlyChanged(app, "march.csv", list("C1,Anna", "C2,Bee"));
  await app.send((await app.draft("february.csv", list("C1,Anna", "C3,Cleo"))).id);
  await expect(send(app, march)).rejects.toThrow("check-rows-changed");
  const { rows } = await app.call("drafts.rows", {
    ...{ draftId: march, filter: "leftOut", offset: 0, limit: 9 },
  });
  expect(rows.map(({ values }) => values[0])).toEqual(["C1"]);
});

test("asking for the check again renews it, and what a person chose for a row stays", async () => {
  const app = await testApp();
  await app.send((await app.draft("january.csv", list("C1,Ana", "C2,Bea", "C3,Cleo"))).id);
  const march = await onlyChanged(app, "march.csv", list("C1,Ana", "C2,Bea", "C3,Cleo", "C4,Di"));
  await app.call("drafts.leaveOut", { draftId: march, indexes: [1], leftOut: false });
  await app.call("drafts.leaveOut", { draftId: march, indexes: [3], leftOut: true });
  expect(await shown(app, march)).toMatchObject({ toSend: 1 });
  await app.send((await app.draft("february.csv", list("C1,Anna", "C4,Dora"))).id);
  const check = await app.call("drafts.check", { draftId: march });
  // The last import is another one now: what it did not hold is compared with nothing.
  expect(check).toMatchObject({ kind: "done", counts: { toSend: 3 } });
  await app.send(march);
  expect(await names(app)).toEqual({ C1: "Ana", C2: "Bea", C3: "Cleo", C4: "Dora" });
});

test("a list of other customers that was sent meanwhile changes nothing and is no reason to ask", async () => {
  const app = await testApp();
  await app.send((await app.draft("january.csv", list("C1,Ana", "C2,Bea"))).id);
  const march = await onlyChanged(app, "march.csv", list("C1,Ana", "C2,Bee", "C3,Cleo"));
  await app.send((await app.draft("others.csv", "code,city\nX1,Paris\n")).id);
  const { id: plain } = await app.draft("plain.csv", list("Y1,Yves", "Y2,Yma"));
  await app.send(march);
  await app.call("drafts.leaveOut", { draftId: plain, indexes: [1], leftOut: true });
  await app.send(plain);
  expect((await names(app)).Y1).toBe("Yves");
});

test("amounts that would be added twice are told before the second draft of a list goes", async () => {
  const app = await testApp();
  const points = "code,auto_add\nC1,5\nC2,7\n";
  const { id: first } = await app.draft("points.csv", points);
  const { id: second } = await app.draft("points again.csv", points);
  expect((await shown(app, second)).notices).not.toContain("same-file-sent");
  // Also where they wait to be sent.
  await app.call("queue.pause", {});
  await send(app, first);
  await expect(send(app, second)).rejects.toThrow("check-sent-since");
  const trial = { draftId: second, confirmOverwrite: false, trialRows: 1 };
  await expect(app.call("drafts.send", trial)).rejects.toThrow("added-not-confirmed");
  const confirmAdded = { before: "5", inList: "0" };
  await expect(app.call("drafts.send", { ...trial, confirmAdded })).resolves.toBeTruthy();
  expect((await shown(app, second)).notices).toEqual(
    expect.arrayContaining(["same-file-sent", "rows-sent-before"]),
  );
  const { items } = await app.call("queue.list", { offset: 0, limit: 9 });
  expect(items.map(({ rows }) => rows)).toEqual([2, 1]);
});

test("a list that was checked for one server does not go to another without a word", async () => {
  const app = await testApp();
  const [sandbox, production] = [await practiceServer(), await practiceServer()];
  const connection = (url: string, id: number | null) => {
    const { userId, apiKey, accountId } = sandbox.credentials;
    return app.call("connections.save", {
      ...{ id, name: "Store", url, userId, accountId, apiKey, acceptWeakKeyStore: true },
      settings: { ...DEFAULT_CONNECTION_SETTINGS, campaigns: [POINTS] },
    });
  };
  const { id } = await connection(sandbox.url, null);
  const { id: draftId, options } = await app.draft("list.csv", list("C1,TEST"));
  const over = { ...options, connectionId: id, campaigns: [POINTS] };
  await app.call("drafts.setOptions", { draftId, options: over });
  await app.call("drafts.check", { draftId });
  await connection(production.url, id);

  await expect(send(app, draftId)).rejects.toThrow("check-server-changed");
  expect([sandbox.applied(), production.applied()]).toEqual([[], []]);
  await app.send(draftId);
  expect([sandbox.applied().length, production.applied().length]).toEqual([0, 1]);
});

test("a trial and the rest of its list are no earlier sendings of each other", async () => {
  const app = await testApp();
  await app.send((await app.draft("january.csv", list("C1,Ana", "C2,Bea"))).id);
  const march = await onlyChanged(app, "march.csv", list("C1,Anna", "C2,Bea", "C3,Cleo", "C4,Di"));
  await app.call("drafts.send", { draftId: march, confirmOverwrite: false, trialRows: 1 });
  await expect
    .poll(async () => (await app.call("drafts.get", { draftId: march })).trial.over, {
      timeout: 40_000,
    })
    .toBe(true);
  await app.send(march);
  expect(await names(app)).toEqual({ C1: "Anna", C2: "Bea", C3: "Cleo", C4: "Di" });
});
