import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mappingFileText } from "../../../main/features/importing/mappings/mapping-file.ts";
import { rememberMapping } from "../../../main/features/importing/mappings/remembered.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import type { Mapping } from "../../../preload/types.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { cli, type Ended, STORE } from "../cli.ts";

const LIST = "Ref,Who,Town,Points\nA1,ANA,Bern,5\nA2,BEA,Basel,9\nA1,ANA B,Bern,7\nA3,CY,Bern,0\n";
const COLUMNS = ["Ref", "Who", "Town", "Points"].map((header, index) => ({ index, header }));
const MAPPING: Mapping = [
  { field: "code", columns: [0], transforms: [], confidence: "certain" },
  { field: "first_name", columns: [1], transforms: [{ kind: "case", to: "title" }] },
  { field: "country", columns: [], fixed: "Switzerland", transforms: [] },
] as never;
const CONDITIONS = [{ column: "Town", kind: "is", value: "bern" }] as const;

async function store() {
  const server = await practiceServer();
  const { dataDir, list, ...others } = cli();
  await others.connect(server);
  return { server, dataDir, path: list("list.csv", LIST), list, ...others };
}

/** What a dry run says of its only request. */
async function requestOf(json: ReturnType<typeof cli>["json"], args: readonly string[]) {
  const { document, status } = await json<{
    requests: { rows: string[]; parameters: { name: string; value: string }[] }[];
  }>(["import", ...args, "--dry-run"]);
  const fields = document.requests[0]?.parameters.filter(({ name }) =>
    name.startsWith("profiles_header"),
  );
  return {
    status,
    fields: fields?.map(({ value }) => value),
    rows: document.requests[0]?.rows,
    text: JSON.stringify(document),
  };
}

// Six starts of the program: on a busy machine they take their time.
test("a mapping of the window is used by name, by file and by itself, with changes, fixed values and conditions", {
  timeout: 90_000,
}, async () => {
  const { server, dataDir, path, json, run } = await store();
  const db = openDatabase(dataDir);
  const connectionId = db
    .prepare("SELECT id FROM connections WHERE name = 'Store'")
    .pluck()
    .get() as number;
  const about = { columns: COLUMNS, mapping: MAPPING, conditions: CONDITIONS };
  rememberMapping(db, { ...about, name: "Till", named: true, connectionId });
  db.close();
  const file = join(dataDir, "till.mapping.json");
  const headers = COLUMNS.map((each) =>
    each.header === "Town" ? { ...each, only: [{ kind: "is", value: "bern" } as const] } : each,
  );
  writeFileSync(file, mappingFileText({ name: "Till", headers, mapping: MAPPING }));
  const wanted = {
    status: 0,
    fields: ["code", "first_name", "country"],
    rows: ["A1|Ana|Switzerland", "A1|Ana B|Switzerland", "A3|Cy|Switzerland"],
  };
  for (const words of [["--mapping", "Till"], ["--mapping", file], []]) {
    expect(await requestOf(json, [path, ...STORE, ...words])).toMatchObject(wanted);
  }
  expect(server.requests()).toBe(0);
  const own = await requestOf(json, [path, ...STORE, "--map", "Ref=code"]);
  expect(own).toMatchObject({ fields: ["code"], rows: ["A1", "A2", "A1", "A3"] });
  const sent = await run(["import", path, ...STORE]);
  expect(sent.out).toContain("mapping Till");
  expect(server.customers().map(({ fields }) => fields.first_name)).toEqual(["Ana B", "Cy"]);
});

test("a mapping whose columns the list lacks, or that nobody kept, sends nothing", async () => {
  const { server, dataDir, list, json, run } = await store();
  const file = join(dataDir, "till.mapping.json");
  writeFileSync(file, mappingFileText({ name: "Till", headers: COLUMNS, mapping: MAPPING }));
  const other = list("other.csv", "Ref,Town\nA1,Bern\n");
  const gone = await json<{ error: { code: string } }>([
    ...["import", other, ...STORE, "--mapping", file],
  ]);
  expect([gone.status, gone.document.error.code]).toEqual([3, "list-mapping-gone"]);
  const unknown = await run(["import", other, ...STORE, "--mapping", "Till"]);
  expect(unknown.status).toBe(2);
  expect(server.requests()).toBe(0);
});

test.each([
  [["Town is bern"], ["A1", "A1", "A3"]],
  [["Town is not Bern"], ["A2"]],
  [["Town contains as"], ["A2"]],
  [
    ["Points > 0", "town = Bern"],
    ["A1", "A1"],
  ],
  [["Points below 5"], ["A3"]],
  [["Town is not empty"], ["A1", "A2", "A1", "A3"]],
])("--where %j sends %j", async (conditions, codes) => {
  const { path, json } = await store();
  const words = conditions.flatMap((each) => ["--where", each]);
  const { rows } = await requestOf(json, [path, ...STORE, "--map", "Ref=code", ...words]);
  expect(rows).toEqual(codes);
});

test("of rows with one key the first or the last is sent, and a separator can be said", async () => {
  const { list, json } = await store();
  const path = list("tabs.txt", LIST.replaceAll(",", "\t"));
  const words = [path, ...STORE, "--map", "Ref=code", "--map", "Who=first_name"];
  const first = await requestOf(json, [...words, "--repeats", "first", "--delimiter", "tab"]);
  expect(first.rows).toEqual(["A1|ANA", "A2|BEA", "A3|CY"]);
  const last = await requestOf(json, [...words, "--repeats", "last", "--delimiter", "tab"]);
  expect(last.rows).toEqual(["A2|BEA", "A1|ANA B", "A3|CY"]);
});

test("of rows with one e-mail or phone the first or the last is sent, as the window lets choose", async () => {
  const { list, json } = await store();
  const text =
    "code,email,phone\n1,a@shop.ch,0791112233\n2,a@shop.ch,0791112234\n3,b@shop.ch,0791112234\n";
  const words = [list("contacts.csv", text), ...STORE];
  const codesOf = async (...more: readonly string[]) =>
    (await requestOf(json, [...words, ...more])).rows?.map((row) => row.split("|")[0]);
  expect(await codesOf()).toEqual(["1", "2", "3"]);
  expect(await codesOf("--repeats-email", "first")).toEqual(["1", "3"]);
  expect(await codesOf("--repeats-email", "last")).toEqual(["2", "3"]);
  expect(await codesOf("--repeats-phone", "last")).toEqual(["1", "3"]);
});

test("a dry run masks secrets, sends nothing and leaves nothing behind", async () => {
  const { server, list, json, run } = await store();
  const path = list("secret.csv", "code,customer_PIN\nA1,4711\n");
  const { text, rows } = await requestOf(json, [path, ...STORE]);
  expect(rows).toEqual(["A1|••••••"]);
  expect(text).not.toContain("4711");
  expect(text).not.toContain(server.credentials.apiKey);
  expect(server.requests()).toBe(0);
  const shown = await run(["import", path, ...STORE, "--dry-run"]);
  expect(shown.out).toContain("customers_batch");
  expect(shown.out).not.toContain("4711");
  expect((await run(["history"])).out).toBe("No imports.\n");
  expect((await run(["queue"])).out).toBe("Nothing waits.\n");
});

test("a list comes from standard input as well, and nothing of it stays", async () => {
  const { server, dataDir, run } = await store();
  const { status, out } = await run(["import", "-", ...STORE, "--map", "Ref=code"], {
    input: LIST,
  });
  expect([status, server.customers().length]).toEqual([0, 3]);
  expect(out).toContain("stdin");
  const { readdirSync } = await import("node:fs");
  expect(readdirSync(join(dataDir, "outgoing"))).toEqual([]);
});

test("quiet says nothing where all is well, verbose tells each step without a row's values", async () => {
  const { path, run } = await store();
  const words = ["import", path, ...STORE, "--map", "Ref=code"];
  const both = ({ status, out, err }: Ended) => [status, out, err];
  expect(both(await run([...words, "--quiet"]))).toEqual([0, "", ""]);
  const told = await run([...words, "--verbose"]);
  expect(told.err).toContain("Ref -> code");
  expect(told.err).not.toContain("A2");
});
