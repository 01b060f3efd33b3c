import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createApp } from "../../../../main/app/app.ts";
import type { Policy } from "../../../../main/features/settings/policy/policy.ts";
import { policyFiles, readPolicy } from "../../../../main/features/settings/policy/read-policy.ts";
import { createElectronHost } from "../../../../main/hosts/electron/electron-host.ts";
import { createElectronSecrets } from "../../../../main/hosts/electron/system/secrets.ts";
import type { AppInfo, Connection, Settings } from "../../../../preload/types.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";

describe("the administrator's policy", () => {
  it("is the first file that is there, and the environment only where there is none", () => {
    const dir = tempDir();
    const env = { LOYALTY_IMPORTER_URL: "https://env.example/", LOYALTY_IMPORTER_LOCKED: "theme" };
    const first = join(dir, "first.json");
    const second = join(dir, "second.json");
    expect(readPolicy({}, [first, second])).toEqual({ source: null });
    expect(readPolicy(env, [first, second])).toEqual({
      source: "environment",
      connections: [{ name: "Loyalty platform", url: "https://env.example/" }],
      locked: ["theme"],
    });
    writeFileSync(second, `\uFEFF${JSON.stringify({ settings: { theme: "dark" } })}`);
    expect(readPolicy(env, [first, second])).toEqual({
      source: second,
      settings: { theme: "dark" },
    });
  });

  it("that is named and is not there stops the start too, as it was meant to hold", () => {
    const path = join(tempDir(), "moved.json");
    const env = { LOYALTY_IMPORTER_POLICY: path };
    expect(() => readPolicy(env, policyFiles(env, "linux", null))).toThrow(/there is no such file/);
  });

  it("by environment takes what is set to nothing as not set, and half a connection as broken", () => {
    const empty = { LOYALTY_IMPORTER_URL: "", LOYALTY_IMPORTER_LOCKED: "" };
    expect(readPolicy(empty, [])).toEqual({ source: null });
    const half = { LOYALTY_IMPORTER_ACCOUNT: "acme" };
    expect(() => readPolicy(half, [])).toThrow(/LOYALTY_IMPORTER_\*.*connections\.0\.url/);
  });

  it.each([
    ["is cut off", "{", /there is a mistake in line 1|the text ends too soon/],
    ["has a slip", '{\n  "locked" ["theme"]\n}', /there is a mistake in line 2 at character 12/],
    [
      "presets no country",
      '{"connections":[{"name":"a","url":"https://a/","settings":{"country":"Spain"}}]}',
      /connections\.0\.settings\.country: it is written in a form that is not known/,
    ],
    ["has a word it does not know", '{"setings": {}}', /setings/],
    [
      "sends customers in clear",
      '{"connections":[{"name":"a","url":"http://a/"}]}',
      /connections\.0\.url: it has to be an address that begins with https:/,
    ],
    ["takes updates in clear", '{"updates":{"feed":"http://a/"}}', /updates\.feed: .* https:/],
    ["holds a key", '{"connections":[{"name":"a","url":"https://a/","apiKey":"k"}]}', /apiKey/],
  ])("that %s stops the start with a sentence that says where", (_name, text, problem) => {
    const path = join(tempDir(), "policy.json");
    writeFileSync(path, text);
    expect(() => readPolicy({}, [path])).toThrow(problem);
    expect(() => readPolicy({}, [path])).toThrow(path);
  });

  it("is looked for where only an administrator writes before it is looked for elsewhere", () => {
    const env = { ProgramData: "C:\\ProgramData", LOYALTY_IMPORTER_POLICY: "/own/policy.json" };
    const linux = policyFiles(env, "linux", "/opt/program");
    expect(linux).toEqual([
      "/etc/loyalty-importer/policy.json",
      join("/opt/program", "policy.json"),
      "/own/policy.json",
    ]);
    const windows = (of: Readonly<Record<string, string>>) =>
      policyFiles(of, "win32", null).map((path) => path.split(/[\\/]+/).slice(0, 3));
    const usual = ["C:", "ProgramData", "Loyalty Importer"];
    expect(windows({ ProgramData: "C:\\ProgramData" })).toEqual([usual]);
    expect(windows({})).toEqual([usual]);
    // A user who turns the variable elsewhere does not turn the administrator's file off.
    expect(windows({ ProgramData: "D:\\own" })).toEqual([usual, ["D:", "own", "Loyalty Importer"]]);
    expect(policyFiles({}, "darwin", null)).toHaveLength(1);
  });
});

describe("a data folder under a policy", () => {
  async function open(dataDir: string, policy: Policy) {
    const app = await createApp(createElectronHost(await createElectronSecrets(dataDir)), {
      dataDir,
      policy,
    });
    return {
      answer: app.answer,
      async call<T>(name: string, input: object): Promise<T> {
        const answer = await app.answer(name, input);
        if (!answer.ok) throw new Error(answer.error.code);
        return answer.value as T;
      },
      close: () => app.close(),
    };
  }
  const shop = { name: "Shop", url: "https://api.example/", accountId: "acme" };

  it("has the preset settings and connections, which a user may change where they are not locked", async () => {
    const dataDir = tempDir();
    const policy: Policy = {
      source: "test",
      settings: { retentionDays: 30 },
      connections: [shop],
    };
    const first = await open(dataDir, policy);
    expect(await first.call<Settings>("settings.get", {})).toMatchObject({ retentionDays: 30 });
    await first.call("settings.set", { retentionDays: 60 });
    const [, made] = await first.call<readonly Connection[]>("connections.list", {});
    expect(made).toMatchObject({ ...shop, hasKey: false, userId: "" });
    await first.call("connections.remove", { id: made?.id });
    await first.close();
    const second = await open(dataDir, policy);
    expect(await second.call<Settings>("settings.get", {})).toMatchObject({ retentionDays: 60 });
    expect(await second.call<readonly Connection[]>("connections.list", {})).toHaveLength(1);
    await second.close();
  });

  it("keeps what is locked as the administrator set it, and says so", async () => {
    const dataDir = tempDir();
    const policy: Policy = {
      source: "test",
      settings: { retentionDays: 30, theme: "dark", formats: "es-MX", batchRows: 250 },
      connections: [shop],
      locked: ["retentionDays", "formats", "batchRows", "connections"],
    };
    const first = await open(dataDir, policy);
    expect(await first.call<AppInfo>("app.info", {})).toMatchObject({
      policy: { source: "test", locked: policy.locked },
    });
    const refused = { ok: false, error: { code: "setting-locked" } };
    for (const change of [{ retentionDays: 60 }, { formats: "de-DE" }, { batchRows: 10 }]) {
      expect(await first.answer("settings.set", change)).toMatchObject(refused);
    }
    expect(await first.call<Settings>("settings.get", {})).toMatchObject(policy.settings ?? {});
    await first.call("settings.set", { theme: "light" });
    const [, made] = await first.call<readonly Connection[]>("connections.list", {});
    if (made === undefined) throw new Error("no connection");
    expect(made.fixed).toEqual(["name", "url", "accountId"]);
    const { id, name, url, accountId, settings } = made;
    const own = { id, name, url, accountId, settings, userId: "me", apiKey: "mine" };
    expect(await first.answer("connections.remove", { id })).toMatchObject(refused);
    for (const change of [{ url: "https://evil.example/" }, { accountId: "x" }, { name: "x" }]) {
      expect(await first.answer("connections.save", { ...own, ...change })).toMatchObject(refused);
    }
    expect(await first.call<Connection>("connections.save", own)).toMatchObject({ hasKey: true });
    await first.close();

    // A name that differs in case only is the same connection to the database.
    const shouting = { ...policy, connections: [{ ...shop, name: "SHOP" }] };
    const renamed = await open(dataDir, shouting);
    const evil = { ...own, apiKey: null, url: "https://evil.example/" };
    expect(await renamed.answer("connections.save", evil)).toMatchObject(refused);
    await renamed.close();

    const moved = { ...policy, connections: [{ ...shop, url: "https://new.example/" }] };
    const second = await open(dataDir, moved);
    const [, after] = await second.call<readonly Connection[]>("connections.list", {});
    expect(after).toMatchObject({ url: "https://new.example/", userId: "me", hasKey: false });
    await second.close();
  });

  it("presets a connection's own settings once, and at every start where they are locked", async () => {
    const dataDir = tempDir();
    const settings = { country: "ES", compatibility: { lineBreak: "\r\n" } } as const;
    const policy: Policy = { source: "test", connections: [{ ...shop, settings }] };
    const first = await open(dataDir, policy);
    const [, made] = await first.call<readonly Connection[]>("connections.list", {});
    if (made === undefined) throw new Error("no connection");
    expect(made.settings).toMatchObject({ ...settings, duplicates: "update" });
    const { id, name, url, accountId } = made;
    const own = { id, name, url, accountId, userId: "me", apiKey: null };
    const chosen = { ...made.settings, country: "PT", batchRows: 77 };
    await first.call("connections.save", { ...own, settings: chosen });
    await first.close();

    const again = await open(dataDir, policy);
    const [, kept] = await again.call<readonly Connection[]>("connections.list", {});
    expect(kept?.settings).toEqual(chosen);
    await again.close();

    const locked = await open(dataDir, { ...policy, locked: ["connections"] });
    const [, held] = await locked.call<readonly Connection[]>("connections.list", {});
    expect(held?.settings).toEqual({ ...chosen, country: "ES" });
    const other = { ...own, settings: { ...chosen, country: "PT" } };
    expect(await locked.answer("connections.save", other)).toMatchObject({
      ok: false,
      error: { code: "setting-locked" },
    });
    const free = { ...own, settings: { ...chosen, country: "ES", batchRows: 10 } };
    expect(await locked.call<Connection>("connections.save", free)).toMatchObject({
      settings: { country: "ES", batchRows: 10 },
    });
    await locked.close();
  });
});
