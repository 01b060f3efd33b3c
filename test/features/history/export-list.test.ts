import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { testApp } from "../../app/window.ts";

test("whatever the history lists is exported, safe for spreadsheet programs", async () => {
  const { call, draft, send, saved } = await testApp();
  const last = () => readFileSync(saved.at(-1) ?? "", "utf8");
  const beforeId = await send((await draft("first.csv", "code,first_name\n0012,Ana\nB,Bea\n")).id);
  const importId = await send((await draft("second.csv", "code,first_name\n0012,-Ana\n")).id);
  await call("history.exportList", { format: "csv", list: { kind: "imports", search: "second" } });
  expect(last()).toContain("second.csv");
  expect(last()).not.toContain("first.csv");
  await call("history.exportList", { format: "csv", list: { kind: "customer", customer: "0012" } });
  expect(last()).toContain("first_name,'-Ana,Ana");
  const list = { kind: "compared", importId, beforeId } as const;
  await call("history.exportList", { format: "csv", list: { ...list, change: "removed" } });
  expect(last()).toContain(",,,3,B,Bea");
  expect(await call("history.compare", { importId, beforeId })).toMatchObject({
    counts: { added: 0, removed: 1, changed: 1, same: 0 },
  });
  // In a process of its own, as here, in the window's, and whoever opened it before.
  await call("settings.set", { formats: "de-DE" });
  await call("history.exportList", { format: "csv", list: { ...list, change: "removed" } });
  expect(last()).toContain(";;;3;B;Bea");
  await call("history.export", { importId, what: "all", format: "csv" });
  expect(last()).toContain("code;first_name;Row;State;Reason");
  await call("history.forget", { customer: "0012", confirm: true, includeQueue: false });
  const story = await call("history.customer", { customer: "0012", offset: 0, limit: 10 });
  expect(story.total).toBe(0);
  await call("backup.create", { passphrase: null });
  expect(
    readFileSync(saved.at(-1) ?? "")
      .subarray(0, 15)
      .toString(),
  ).toBe("SQLite format 3");
});
