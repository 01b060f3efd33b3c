import { expect, test } from "vitest";
import { practiceServer } from "../helpers/practice.ts";
import { cli, STORE } from "./cli.ts";

test("only rows that changed since the last import are sent, and the others are counted", async () => {
  const server = await practiceServer();
  const { run, json, connect, list } = cli();
  await connect(server);
  const words = [...STORE, "--only-changed"];
  const send = async (text: string) => await json(["import", list("list.csv", text), ...words]);

  const first = await send("code,first_name\n0012,Ana\n0013,Bea\n0014,Cleo\n");
  expect(first.document).toMatchObject({ state: "accepted", customers: { new: 3 } });
  const second = await send("code,first_name\n0012,Ana\n0013,Beate\n0014,Cleo\n0015,Dora\n");
  expect(second.document).toMatchObject({
    state: "accepted",
    rows: { total: 4, valid: 4 },
    customers: { new: 1, updated: 1 },
  });
  expect(server.applied().at(-1)?.rows).toEqual([
    ["0013", "Beate"],
    ["0015", "Dora"],
  ]);
  const path = list("same.csv", "first_name,code\nBeate,0013\nDora,0015\n");
  const same = await run(["import", path, ...words]);
  expect(same.status).toBe(0);
  expect(same.out).toContain("2 rows are the same as in the last import");
  expect(server.applied()).toHaveLength(2);

  await run(["undo", "2"]);
  const again = await json(["import", path, ...words]);
  expect(again.document).toMatchObject({ customers: { updated: 2 } });
});
