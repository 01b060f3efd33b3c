import { expect, test } from "vitest";
import { practiceServer } from "../../helpers/practice.ts";
import { cli, STORE } from "../cli.ts";

test("a list of which nothing can be sent is refused with what its shape shows", async () => {
  const server = await practiceServer();
  const { run, json, connect, list } = cli();
  await connect(server);
  const path = list(
    "list.csv",
    "Card Number,7000001,7000002\nFirst Name,Ann,Ben\nEmail,a@x.com,b@x.com\n",
  );
  const { status, document } = await json(["import", path, ...STORE]);
  expect(status).toBe(3);
  expect(document).toMatchObject({
    state: "invalid",
    findings: [{ code: "fields-in-rows" }],
    error: { code: "list-setup" },
  });
  const { out, err } = await run(["import", path, ...STORE]);
  expect(out).toBe("");
  expect(err).toMatch(/^The headers of this list stand below each other .*\nNo column is mapped/);
  expect(server.requests()).toBe(0);
});
