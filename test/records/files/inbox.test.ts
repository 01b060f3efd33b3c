import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { csv, openWorkshop, type Workshop } from "../../features/importing/workshop.ts";

/** A list as a browser hands it over: the program's own copy, marked until a draft uses it. */
function handOver(shop: Workshop, folder: string): string {
  const path = join(shop.dir, "data", "inbox", folder, "customers.csv");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${dirname(path)}.unused`, "");
  writeFileSync(path, csv(2));
  return path;
}

test("the program's own copy of a list goes with its draft, removed or sent", async () => {
  const shop = openWorkshop();
  const { drafts, check } = shop;
  const paths = ["a", "b"].map((name) => handOver(shop, name));
  const [removed, sent] = await Promise.all(
    paths.map((path) => drafts.create({ fileId: drafts.registerFile(path) })),
  );
  await drafts.remove({ draftId: removed?.id ?? 0 });
  await check(sent?.id ?? 0);
  await drafts.send({ draftId: sent?.id ?? 0, confirmOverwrite: false });
  expect(paths.map((path) => existsSync(dirname(path)))).toEqual([false, false]);
});

test("a list of the person's own stays when its draft is removed", async () => {
  const { open, drafts, dir } = openWorkshop();
  const { id: draftId } = await open("customers.csv", csv(2));
  await drafts.remove({ draftId });
  expect(existsSync(join(dir, "customers.csv"))).toBe(true);
});

test("a start removes copies that no draft names, and no others", async () => {
  const first = openWorkshop();
  const kept = handOver(first, "kept");
  await first.drafts.create({ fileId: first.drafts.registerFile(kept) });
  const lost = handOver(first, "lost");
  const fresh = handOver(first, "fresh");
  await first.close();
  for (const path of [kept, lost]) rmSync(`${dirname(path)}.unused`);
  await openWorkshop(first.dir).close();
  expect([kept, lost, fresh].map((path) => existsSync(path))).toEqual([true, false, true]);
});
