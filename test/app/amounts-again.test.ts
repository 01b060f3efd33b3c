import { expect, test } from "vitest";
import { testApp } from "./window.ts";

const LIST = "code,first_name,auto_add\n1,Ana,100\n2,Bea,50.50\n3,Cem,\n";

test("a list sent before tells the sum that would be added again; a batch tells its own", async () => {
  const app = await testApp();
  const first = await app.draft("march.csv", LIST);
  expect(first.mapping.map(({ field }) => field)).toContain("auto_add");
  const importId = await app.send(first.id);
  const { batches } = await app.call("history.get", { importId });
  expect(await app.call("batches.amounts", { batchId: batches[0]?.id ?? 0 })).toEqual({
    rows: 2,
    sum: "150.50",
  });
  const again = await app.draft("april.csv", `${LIST}4,Dan,7\n`);
  await app.until(async () => {
    const { check } = await app.call("drafts.get", { draftId: again.id });
    if (check.kind !== "done") return false;
    const told = check.notices.find(({ code }) => code === "amounts-again");
    return told?.params.sum === "150.50" && told.params.count === 2;
  });
});
