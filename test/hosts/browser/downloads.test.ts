import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { runLoopback } from "./loopback.ts";

it("a finished file is fetched once, under its own name, and is gone afterwards", async () => {
  const { ask, downloads, dataDir } = await runLoopback();
  const path = join(dataDir, "finished");
  writeFileSync(path, "rows");
  const address = downloads.add(path, 'März "1".xlsx');
  // The link of a page bears no header: its path is the secret.
  expect(address.length).toBeGreaterThan(40);
  expect((await ask({ path: "/download/x" })).status).toBe(404);
  const reply = await ask({ path: address });
  expect(reply).toMatchObject({ status: 200, body: "rows" });
  expect(reply.headers["content-disposition"]).toBe(
    "attachment; filename=\"M_rz _1_.xlsx\"; filename*=UTF-8''M%C3%A4rz%20%221%22.xlsx",
  );
  await vi.waitFor(() => expect(existsSync(path)).toBe(false));
  const again = await ask({ path: address });
  expect(again.status).toBe(404);
  expect(again.body).toContain("Save it again");
});

it("a file that nobody fetched is gone when the program ends", async () => {
  const { downloads, dataDir, loopback } = await runLoopback();
  const path = join(dataDir, "finished");
  writeFileSync(path, "rows");
  downloads.add(path, "a.csv");
  await loopback.close();
  expect(existsSync(path)).toBe(false);
});

it.each(["cut \ud83d.csv", "\udc00.csv", `${"名".repeat(300)}.csv`])(
  "a file is fetched whatever its name holds: %j",
  async (name) => {
    const { ask, downloads, dataDir, signIn } = await runLoopback();
    const path = join(dataDir, "finished");
    writeFileSync(path, "rows");
    const address = downloads.add(path, name);
    const reply = await ask({ path: address, headers: { authorization: await signIn() } });
    expect(reply).toMatchObject({ status: 200, body: "rows" });
  },
);
