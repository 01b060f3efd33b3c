import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ENDED_AS_TOLD, expectOwnerOnly, NO_RIGHTS, onPosix, tellToEnd } from "../helpers/posix.ts";
import { practiceServer } from "../helpers/practice.ts";
import { cli, customersCsv, STORE, startCli } from "./cli.ts";

const KEY = "s3cret-Key-4711-do-not-show";

interface Profiles {
  readonly profiles: readonly Readonly<Record<string, unknown>>[];
}

test("a key from standard input or from a variable is kept and shows up nowhere in clear", async () => {
  const { run, json, dataDir } = cli();
  const words = ["--url", "https://api.example.com/", "--user", "john1970", "--account", "great"];
  const piped = await run(["profile", "add", "Piped", ...words], { input: `${KEY}\n` });
  const named = await run(["profile", "add", "Named", ...words, "--key-env", "LOYALTY_KEY"], {
    env: { LOYALTY_KEY: KEY },
  });
  const listed = await json<Profiles>(["profile", "list"]);
  expect([piped.status, named.status, listed.status]).toEqual([0, 0, 0]);
  expect(listed.document.profiles.map((each) => [each.name, each.hasKey])).toEqual([
    ["Practice", true],
    ["Piped", true],
    ["Named", true],
  ]);
  for (const { out, err } of [piped, named, listed]) expect(out + err).not.toContain(KEY);
  for (const path of filesIn(dataDir))
    expect(readFileSync(path, "latin1"), path).not.toContain(KEY);
});

test("a refused import shows the key nowhere, though the server has seen it", async () => {
  const server = await practiceServer();
  const { run, json, connect, list, dataDir } = cli();
  await connect({ url: server.url, credentials: { ...server.credentials, apiKey: KEY } });
  const imported = await json(["import", list("a.csv", customersCsv(1)), ...STORE]);
  const tested = await run(["profile", "test", "Store"]);
  const shown = await json(["history", "show", "1"]);
  expect([imported.status, tested.status, shown.status]).toEqual([5, 5, 0]);
  for (const { out, err } of [imported, tested, shown]) expect(out + err).not.toContain(KEY);
  for (const path of filesIn(dataDir))
    expect(readFileSync(path, "latin1"), path).not.toContain(KEY);
});

test.each([
  ["http://api.example.com/", "https://"],
  ["not an address", "address"],
  ["https://user:pass@api.example.com/", "password"],
  ["ftp://api.example.com/", "address"],
])("the address %s is refused with status 2", async (url, named) => {
  const words = ["profile", "add", "A", "--url", url, "--user", "u", "--account", "a"];
  const { status, err } = await cli().run(words, { input: KEY });
  expect(status).toBe(2);
  expect(err).toContain(named);
});

test("an empty key, an unset variable and a name that exists are refused with status 2", async () => {
  const { run } = cli();
  const words = ["--url", "https://a.example.com/", "--user", "u", "--account", "a"];
  expect((await run(["profile", "add", "A", ...words], { input: "\n" })).status).toBe(2);
  const unset = await run(["profile", "add", "A", ...words, "--key-env", "NOT_SET_HERE"]);
  expect(unset.status).toBe(2);
  expect(unset.err).toContain("NOT_SET_HERE");
  const twin = await run(["profile", "add", "practice", ...words], { input: KEY });
  expect(twin.status).toBe(2);
  expect(twin.err).toContain("practice");
});

test("profile test names the account, and tells a closed port from a wrong key", async () => {
  const server = await practiceServer();
  const { json, run, connect } = cli();
  await connect(server);
  const works = await json<Record<string, unknown>>(["profile", "test", "store"]);
  expect(works.status).toBe(0);
  expect(works.document).toMatchObject({ profile: "Store", ok: true });
  await server.close();
  const closed = await run(["profile", "test", "Store"]);
  expect([closed.status, closed.err.trimEnd().split("\n").length]).toEqual([4, 1]);
});

test("a new key frees what a wrong one had stopped; the practice connection keeps its own", async () => {
  const server = await practiceServer();
  const { run, json, connect, list } = cli();
  await connect({ url: server.url, credentials: { ...server.credentials, apiKey: "wrong" } });
  const refused = await run(["import", list("a.csv", customersCsv(1)), ...STORE]);
  expect(refused.status).toBe(5);
  const { apiKey } = server.credentials;
  const changed = await json(["profile", "key", "store", "--key-env", "K"], { env: { K: apiKey } });
  expect(changed.document).toMatchObject({ profile: { name: "Store", hasKey: true, hold: null } });
  expect(changed.out).not.toContain(apiKey);
  expect((await json(["queue", "send"])).document).toMatchObject({ state: "accepted" });
  const practice = await run(["profile", "key", "Practice"], { input: "x\n" });
  expect([practice.status, practice.err.split("\n").length]).toEqual([2, 2]);
});

test("a connection with unsent batches is kept, one without is removed", async () => {
  const server = await practiceServer();
  const { run, json, connect, list } = cli();
  await connect(server);
  await run(["import", list("a.csv", customersCsv(1)), ...STORE, "--queue-only"]);
  const kept = await run(["profile", "remove", "Store"]);
  expect(kept.status).toBe(1);
  expect(kept.err).toContain("Store");
  await run(["queue", "cancel", "1"]);
  expect((await run(["profile", "remove", "Store"])).status).toBe(0);
  const { document } = await json<Profiles>(["profile", "list"]);
  expect(document.profiles.map((each) => each.name)).toEqual(["Practice"]);
  expect((await run(["history", "show", "1"])).status).toBe(0);
});

onPosix(
  {
    title: "everything in the data folder is readable by its owner only",
    reason: NO_RIGHTS,
  },
  async () => {
    const { run, dataDir } = cli();
    await run(["profile", "list"]);
    expectOwnerOnly(...filesIn(dataDir));
  },
);

test("practice prints its address and credentials and runs until it is interrupted", async () => {
  const { dataDir } = cli();
  const { child, ended } = startCli(["practice", "--json", "--data-dir", dataDir]);
  const document = await new Promise<string>((resolve) => {
    let text = "";
    child.stdout?.on("data", (piece: string) => {
      text += piece;
      if (text.trimEnd().endsWith("}")) resolve(text);
    });
  });
  const { url, apiKey } = JSON.parse(document) as { url: string; apiKey: string };
  expect(new URL(url).hostname).toBe("127.0.0.1");
  expect(apiKey).not.toBe("");
  const reply = await fetch(url, { method: "POST", body: new URLSearchParams({ API: "1.5" }) });
  expect(await reply.text()).toContain("error");
  tellToEnd(child);
  expect((await ended).status).toBe(ENDED_AS_TOLD[0]);
});

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
}
