import { expect, test } from "vitest";
import { markRestored } from "../../../main/records/imports/past/known-since.ts";
import { serversWorkshop } from "./servers-workshop.ts";
import { byCode } from "./workshop.ts";

const name = (value: string) => ({ rows: [["A1", value]] });

test("after a backup was restored, values from before it are not put back over what it does not know", async () => {
  const shop = await serversWorkshop();
  const id = shop.connect("Store", shop.sandbox);
  await shop.import(id, name("Anna"));
  const old = await shop.import(id, name("Anne"));
  expect(shop.plan(old)).toMatchObject({ restore: { customers: 1 } });

  shop.db.transaction(() => markRestored(shop.db))();
  // Another list may have been sent since, which only the data that was put aside knows of.
  expect(shop.plan(old)).toMatchObject({
    restore: { customers: 0 },
    irreversible: [{ kind: "unknown-values", count: 1 }],
  });
  const next = await shop.import(id, name("Anni"));
  expect(shop.plan(next)).toMatchObject({ restore: { customers: 0 } });

  const last = await shop.import(id, name("Ann"));
  expect(shop.plan(last)).toMatchObject({ restore: { customers: 1 } });
  await shop.undo(last);
  expect(byCode(shop.sandbox).get("A1")).toEqual({ first_name: "Anni" });
});
