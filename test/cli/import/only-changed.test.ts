import { expect, test } from "vitest";
import { practiceServer } from "../../helpers/practice.ts";
import { cli, STORE } from "../cli.ts";

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

test("day after day only the changes go out, also back to a value that was sent before", async () => {
  const server = await practiceServer();
  const { json, connect, list } = cli();
  await connect(server);
  const send = async (rows: string, ...more: string[]) => {
    const path = list("daily.csv", `code,first_name\n${rows}`);
    const before = server.applied().length;
    const { status, document, err } = await json([
      ...["import", path, ...STORE, "--only-changed"],
      ...more,
    ]);
    expect({ status, state: document.state }).toEqual({ status: 0, state: "accepted" });
    return {
      err,
      rows: server
        .applied()
        .slice(before)
        .flatMap((each) => each.rows),
    };
  };
  await send("1,Ana\n2,Bea\n3,Cleo\n");
  expect((await send("1,Ana\n2,Bee\n3,Cleo\n")).rows).toEqual([["2", "Bee"]]);
  const third = await send("1,Ana\n2,Bee\n3,Clea\n");
  expect(third.rows).toEqual([["3", "Clea"]]);
  expect(third.err).toContain("2 rows are the same as in the last import");
  expect((await send("1,Ana\n2,Bea\n3,Clea\n")).rows).toEqual([["2", "Bea"]]);
  expect((await send("1,Ana\n2,Bea\n3,Clea\n")).rows).toEqual([]);
  expect((await send('1,Ana\n2,"a|,\tb"\n', "--skip-invalid")).rows).toEqual([]);
});

test("a customer whom another import reached since the last one is sent again", async () => {
  const server = await practiceServer();
  const { run, json, connect, list } = cli();
  await connect(server);
  const path = list("list.csv", "code,first_name\n1,Ana\n2,Bea\n");
  await run(["import", path, ...STORE]);
  await run(["import", list("other.csv", "code,first_name,city\n2,Bo,Paris\n"), ...STORE]);
  await json(["import", path, ...STORE, "--only-changed"]);
  expect(server.applied().at(-1)?.rows).toEqual([["2", "Bea"]]);
});

test("of a customer who stands in a list twice no row stays behind that decides what stands at the end", async () => {
  const server = await practiceServer();
  const { run, json, connect, list } = cli();
  await connect(server);
  const header = "code,first_name\n";
  const name = () => server.customers()[0]?.fields.first_name;
  await run(["import", list("first.csv", `${header}1,Ana\n1,Anna\n2,Bea\n`), ...STORE]);
  expect(name()).toBe("Anna");
  const send = async (file: string, rows: string) => {
    await json(["import", list(file, `${header}${rows}`), ...STORE, "--only-changed"]);
    return server.applied().at(-1)?.rows;
  };
  // Sent just so by the import before, which wrote over it with its next row.
  expect(await send("second.csv", "1,Ana\n2,Bea\n")).toEqual([["1", "Ana"]]);
  // The second row has not changed, but comes after one that has.
  expect((await send("third.csv", "1,Other\n1,Ana\n2,Bea\n"))?.at(-1)).toEqual(["1", "Ana"]);
  expect(name()).toBe("Ana");
});
