import { expect, test } from "vitest";
import { withCustomerSamples } from "../../../../main/pipeline/sources/shape/customer-samples.ts";
import { judge } from "./judged.ts";

const H = "Card Number,First Name,Email,Points";

async function samples(rows: string, keepRows = false): Promise<readonly (readonly string[])[]> {
  const { reading } = await judge(`${H}\n${rows}`);
  return withCustomerSamples(reading, keepRows).columns.map((column) => column.samples);
}

test.each([
  ["a template's row", "Required,Required,Optional,Optional\n"],
  ["German examples", "z. B. 12345,z. B. Jo,z. B. jo@example.com,z. B. 10\n"],
  ["types with lengths", "varchar(20),varchar(50),varchar(100),int\n"],
])("%s gives no samples", async (_, row) => {
  const people = "7001,Ann,ann@example.com,10\n7002,Ben,ben@example.com,20\n";
  const [cards, names] = await samples(row + people);
  expect(cards).toEqual(["7001", "7002"]);
  expect(names).toEqual(["Ann", "Ben"]);
  expect((await samples(row + people, true))[0]).toHaveLength(3);
});

test.each([
  ["a total", "Total,,,30\n"],
  ["the headers again", `${H}\n`],
])("%s behind the customers gives none", async (_, row) => {
  const people = "7001,Ann,ann@example.com,10\n7002,Ben,ben@example.com,20\n";
  expect((await samples(people + row))[0]).toEqual(["7001", "7002"]);
});

test("customers give theirs, whatever their names", async () => {
  const rows = "7001,Total,t@example.com,10\n7002,Example,e@example.com,20\n";
  expect((await samples(rows))[1]).toEqual(["Total", "Example"]);
});
