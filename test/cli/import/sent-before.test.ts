import { expect, test } from "vitest";
import { practiceServer } from "../../helpers/practice.ts";
import { cli, STORE } from "../cli.ts";

test("amounts that went out before are told before they go again", async () => {
  const server = await practiceServer();
  const { run, connect, list } = cli();
  await connect(server);
  const path = list("points.csv", "code,auto_add\nC1,5\nC2,7\n");
  const first = await run(["import", path, ...STORE, "--queue-only"]);
  expect(first.err).toBe("");
  const second = await run(["import", path, ...STORE, "--queue-only"]);
  expect([first.status, second.status]).toEqual([0, 0]);
  expect(second.err).toContain("This file was sent before");
  expect(second.err).toContain("2 rows were already sent, or wait to be sent");
});
