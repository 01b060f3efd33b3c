import { expect, test } from "vitest";
import { serversWorkshop } from "../../features/rollback/servers-workshop.ts";
import { byCode } from "../../features/rollback/workshop.ts";

test("however many batches nobody has decided about, those with other customers go on", async () => {
  const shop = await serversWorkshop();
  const id = shop.connect("Store", shop.sandbox);
  const rows = Array.from({ length: 60 }, (_, at) => [`C${at}`, "Ann", "5"]);
  shop.put(id, { fields: ["code", "first_name", "auto_add"], rows, batchRows: 1 });
  // As a line leaves it on which every other batch breaks off.
  shop.db.prepare("UPDATE batches SET state = 'uncertain', attempts = 1 WHERE id < 60").run();
  shop.db.prepare("UPDATE imports SET batches_open = 1, batches_uncertain = 59").run();
  await shop.send();
  expect([...byCode(shop.sandbox).keys()]).toEqual(["C59"]);
});
