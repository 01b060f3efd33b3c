import { expect, test } from "vitest";
import { testApp } from "./window.ts";

const LIST = "code,first_name,auto_add\n1,Ana,100\n2,Bea,50.50\n3,Cem,\n";
const NO_SUM = { rows: 0, sum: "0" };

test("amounts that were sent before go again only with the sum that a person has confirmed", async () => {
  const app = await testApp();
  const first = await app.draft("march.csv", LIST);
  expect(first.mapping.map(({ field }) => field)).toContain("auto_add");
  await app.send(first.id);
  const again = await app.draft("april.csv", `${LIST}4,Dan,7\n`);
  await app.until(async () => {
    const { check } = await app.call("drafts.get", { draftId: again.id });
    if (check.kind !== "done") return false;
    const told = check.notices.find(({ code }) => code === "amounts-again");
    return told?.params.sum === "150.50" && told.params.count === 2;
  });
  const about = { draftId: again.id, confirmOverwrite: true };
  await expect(app.call("drafts.send", about)).rejects.toThrow("added-not-confirmed");
  const other = { before: "100", inList: "0" };
  await expect(app.call("drafts.send", { ...about, confirmAdded: other })).rejects.toThrow(
    "added-not-confirmed",
  );
  // What a person leaves out meanwhile is not asked about.
  await app.call("drafts.leaveOut", { draftId: again.id, indexes: [0], leftOut: true });
  expect(await app.call("drafts.addedAgain", { draftId: again.id })).toEqual({
    before: { rows: 1, sum: "50.50" },
    inList: NO_SUM,
  });
  expect(await app.call("drafts.addedAgain", { draftId: again.id, trialRows: 1 })).toEqual({
    before: { rows: 1, sum: "50.50" },
    inList: NO_SUM,
  });
  const sums = { before: "50.50", inList: "0" };
  await app.call("drafts.send", { ...about, confirmAdded: sums, trialRows: 1 });
  // The rest of the list adds nothing a second time and is not asked about.
  await app.until(async () => {
    const { trial } = await app.call("drafts.get", { draftId: again.id });
    return trial.importId !== null && trial.over;
  });
  await app.send(again.id);
});

test("a customer who stands in a list twice gets both amounts only where that is confirmed", async () => {
  const app = await testApp();
  const list = "code,first_name,auto_add\n1,Ana,100\n2,Bea,5\n1,Ana,30.25\n1,Ana,\n2,Bea,6\n";
  const { id: draftId } = await app.draft("twice.csv", list);
  expect(await app.call("drafts.addedAgain", { draftId })).toEqual({
    before: NO_SUM,
    inList: { rows: 2, sum: "36.25" },
  });
  expect(await app.call("drafts.addedAgain", { draftId, trialRows: 3 })).toEqual({
    before: NO_SUM,
    inList: { rows: 1, sum: "30.25" },
  });
  // The trial's customers count when the rest goes.
  await app.call("drafts.send", { draftId, confirmOverwrite: true, trialRows: 2 });
  await app.until(async () => {
    const { trial } = await app.call("drafts.get", { draftId });
    return trial.importId !== null && trial.over;
  });
  const rest = { draftId, confirmOverwrite: true };
  await expect(app.call("drafts.send", rest)).rejects.toThrow("added-not-confirmed");
  await app.call("drafts.send", { ...rest, confirmAdded: { before: "0", inList: "36.25" } });
});
