import { expect, test } from "vitest";
import { createCorrecting } from "../../../main/features/queue/corrections/correcting.ts";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import type { Transform } from "../../../preload/types.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { forBatches } from "../../helpers/servers/faults.ts";
import { workshop } from "../../pipeline/delivery/workshop.ts";

const NO: Fault = {
  kind: "reply",
  applied: false,
  reply: { status: 200, body: '{"status":"error","error":"Customer C2 cannot be imported"}' },
};
const ROWS = [
  ["C1", "612 345 678", ""],
  ["C2", "555 0100", ""],
  ["C3", "030 901820", "DE"],
] as const;

/** A rejected batch with phones, of a connection whose customers live in that country. */
async function rejected(country: string | null, phones: readonly Transform[]) {
  const shop = workshop();
  const server = await practiceServer({ faults: forBatches(NO) });
  const importId = shop.put({ fields: ["code", "phone", "country"], rows: ROWS });
  if (country !== null) {
    shop.db
      .prepare("UPDATE connections SET settings = json_set(settings, '$.country', ?)")
      .run(country);
  }
  shop.db
    .prepare(
      "UPDATE imports SET mapping = json_set(mapping, '$[1].transforms', json(?)) WHERE id = ?",
    )
    .run(JSON.stringify(phones), importId);
  const sender = shop.sender(server, { random: () => 0 });
  sender.start();
  await sender.drain(8000);
  const correcting = createCorrecting(shop.db, shop.vault);
  const codes = async () => {
    const page = { batchId: 1, filter: "all", offset: 0, limit: 9 } as const;
    const { rows } = await correcting.rows(page);
    return rows.map(({ problems }) => problems.map(({ code }) => code).join());
  };
  const type = async (index: number, value: string) => {
    const field = "phone" as const;
    const { row } = await correcting.correctCell({ batchId: 1, index, field, value });
    return row.values[1];
  };
  return { shop, server, sender, codes, type };
}

const WRONG = "phone-not-of-country";

test("a phone of a rejected batch is judged by its connection's country, or the row's own", async () => {
  const { codes, type } = await rejected("ES", []);
  expect(await codes()).toEqual(["", WRONG, ""]);
  expect(await type(1, "699 112 233")).toBe("699 112 233");
  expect(await type(2, "000 000 0000")).toBe("000 000 0000");
  expect(await codes()).toEqual(["", "", WRONG]);
});

test("where the list wrote phones in international form, what is typed is written so and sent so", async () => {
  const { shop, server, sender, type } = await rejected("ES", [{ kind: "international-phone" }]);
  expect(await type(1, " 699 112 233 ")).toBe("+34699112233");
  expect(await type(2, "030 901821")).toBe("+4930901821");
  expect(await type(0, "not known")).toBe("not known");
  expect(await type(0, "612 345 679")).toBe("+34612345679");
  shop.queue.resolve(1, "resend");
  await sender.drain(8000);
  const sent = server.applied().flatMap(({ rows }) => rows);
  expect(sent.map((row) => row[1])).toEqual(["+34612345679", "+34699112233", "+4930901821"]);
});

test("without a country no phone of a rejected batch is judged", async () => {
  const { codes } = await rejected(null, []);
  expect(await codes()).toEqual(["", "", ""]);
});
