import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { createRequestSizes } from "../../../../../main/records/connections/request-sizes.ts";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

const SERVER = { address: "https://api.example.com/", accountId: "store" };
const OTHER = { ...SERVER, accountId: "other" };
const DAY = 24 * 60 * 60 * 1000;

function upgraded() {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 16)) step.up(db);
  db.pragma("user_version = 16");
  migrate(db);
  return createRequestSizes(db);
}

test("a data folder of an earlier version knows of no size that is refused, and learns of them", () => {
  const sizes = upgraded();
  expect(sizes.read(SERVER, 0)).toBeUndefined();
  sizes.takes(SERVER, 900, 0);
  expect(sizes.read(SERVER, 0)).toBeUndefined();
  sizes.refuses(SERVER, 1000, 0);
  sizes.refuses(SERVER, 1200, 0);
  sizes.takes(SERVER, 600, 0);
  sizes.takes(SERVER, 500, 0);
  expect(sizes.read(SERVER, 0)).toMatchObject({ refused: 1000, taken: 600 });
  expect(sizes.read(OTHER, 0)).toBeUndefined();
  sizes.refuses(SERVER, 550, 0);
  expect(sizes.read(SERVER, 0)).toMatchObject({ refused: 550, taken: 0 });
});

test("what a server takes after all is refused no more, and what is long ago is forgotten", () => {
  const sizes = upgraded();
  sizes.refuses(SERVER, 1000, 0);
  sizes.takes(SERVER, 1000, 0);
  expect(sizes.read(SERVER, 0)).toBeUndefined();
  sizes.refuses(SERVER, 1000, 0);
  expect(sizes.read(SERVER, 6 * DAY)).toMatchObject({ refused: 1000 });
  expect(sizes.read(SERVER, 8 * DAY)).toBeUndefined();
  sizes.refuses(SERVER, 3000, 8 * DAY);
  expect(sizes.read(SERVER, 8 * DAY)).toMatchObject({ refused: 3000, taken: 0 });
  sizes.forget(SERVER);
  expect(sizes.read(SERVER, 8 * DAY)).toBeUndefined();
});
