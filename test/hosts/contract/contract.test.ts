import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallInput, CallName, CallResult } from "../../../preload/contract.ts";
import type { AppEvent } from "../../../preload/types.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { openBrowser } from "./open-browser.ts";
import { openElectron } from "./open-electron.ts";
import type { OpenedWindow } from "./window.ts";

const LIST = "Code;First name;Birthday\n007;Zoë;1990-02-20\n008;Ana;1990-02-31\n";

/** The same calls, the same answers: what a host is may show nowhere else. */
describe.each([
  { host: "electron" as const, open: openElectron },
  { host: "browser" as const, open: openBrowser },
])("the window's calls on the $host host", ({ host, open }) => {
  let window: OpenedWindow;
  const events: AppEvent[] = [];
  beforeEach(async () => {
    window = await open();
    events.length = 0;
  });
  afterEach(() => window.close());

  async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
    const answer = await window.bridge.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return answer.value;
  }

  async function draftOf(text: string) {
    const path = join(tempDir(), "list.csv");
    writeFileSync(path, text);
    const accepted = await window.bridge.acceptFile(window.drop(path));
    if (!accepted.ok) throw new Error(accepted.error.code);
    return call("drafts.create", { fileId: accepted.value.fileId });
  }

  it("say which host it is and how keys are protected", async () => {
    const info = await call("app.info", {});
    expect(info).toMatchObject({ host, dataDir: window.dataDir });
    expect(info.keyProtection.kind).toBe(host === "browser" ? "key-file" : "system");
  });

  it("refuse a name that is not in the contract and an input that does not fit, as data", async () => {
    const unknown = await window.bridge.call("no.such.call" as CallName, {});
    expect(unknown).toMatchObject({ ok: false, error: { code: "not-allowed", retry: false } });
    const wrong = await window.bridge.call("drafts.get", { draftId: -1 });
    expect(wrong).toMatchObject({ ok: false, error: { code: "bad-input" } });
    const more = await window.bridge.call("app.info", { more: 1 } as never);
    expect(more).toMatchObject({ ok: false, error: { code: "bad-input" } });
    const gone = await window.bridge.call("drafts.get", { draftId: 999 });
    expect(gone).toMatchObject({ ok: false, error: { code: "not-found" } });
  });

  it("refuse a path that the page names itself", async () => {
    const answer = await window.bridge.call("files.register", { path: "/etc/hostname" });
    expect(answer).toMatchObject({ ok: false, error: { code: "not-allowed" } });
  });

  it("keep settings, and tell the window that they changed", async () => {
    const stop = window.bridge.subscribe((event) => events.push(event));
    await call("settings.set", { theme: "dark" });
    expect(await call("settings.get", {})).toMatchObject({ theme: "dark", language: "system" });
    await vi.waitFor(() => expect(events).toContainEqual({ kind: "settings" }));
    stop();
  });

  it("have a practice connection from the first start, without ever showing a key", async () => {
    const connections = await call("connections.list", {});
    expect(connections).toMatchObject([{ kind: "practice", hasKey: true }]);
    expect(JSON.stringify(connections)).not.toMatch(/apiKey/);
    const [practice] = connections;
    const id = practice?.id ?? 0;
    expect((await call("connections.test", { id })).accountName).not.toBe("");
    expect((await call("connections.campaigns", { id })).length).toBeGreaterThan(0);
  });

  it("take a dropped list to its check, in a process of its own, and tell the progress", async () => {
    const stop = window.bridge.subscribe((event) => events.push(event));
    const draft = await draftOf(LIST);
    expect(draft).toMatchObject({ fileName: "list.csv", reading: { format: "csv" } });
    const [connection] = await call("connections.list", {});
    const options = { ...draft.options, connectionId: connection?.id ?? null, campaigns: ["1"] };
    await call("drafts.setOptions", { draftId: draft.id, options });
    await call("drafts.check", { draftId: draft.id });
    await vi.waitFor(
      async () => {
        const { check } = await call("drafts.get", { draftId: draft.id });
        expect(check).toMatchObject({ kind: "done", counts: { total: 2, valid: 1, invalid: 1 } });
      },
      { timeout: 20_000, interval: 100 },
    );
    await vi.waitFor(() =>
      expect(events).toContainEqual(expect.objectContaining({ kind: "draft", draftId: draft.id })),
    );
    const { rows } = await call("drafts.rows", {
      draftId: draft.id,
      filter: "all",
      offset: 0,
      limit: 10,
    });
    expect(rows.map(({ row, status }) => [row, status])).toEqual([
      [2, "valid"],
      [3, "error"],
    ]);
    stop();
  });

  it("hand a finished file to the user", async () => {
    const draft = await draftOf(LIST);
    await call("drafts.check", { draftId: draft.id });
    await vi.waitFor(
      async () => expect((await call("drafts.get", { draftId: draft.id })).check.kind).toBe("done"),
      { timeout: 20_000, interval: 100 },
    );
    const file = await call("drafts.exportInvalid", { draftId: draft.id });
    expect(file.saved).toBe(host === "electron");
    expect(file.downloadPath === null).toBe(host === "electron");
    expect((await window.saved(file.downloadPath)).length).toBeGreaterThan(0);
  });

  it("are still answered when a file is not a list, with one sentence", async () => {
    const path = join(tempDir(), "picture.xlsx");
    writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const accepted = await window.bridge.acceptFile(window.drop(path));
    if (!accepted.ok) throw new Error(accepted.error.code);
    const answer = await window.bridge.call("drafts.create", { fileId: accepted.value.fileId });
    expect(answer).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^file-/) } });
    expect(await call("drafts.list", {})).toEqual([]);
  });

  it("leave an empty queue and an empty history as such", async () => {
    expect((await call("queue.summary", {})).counts.queued).toBe(0);
    expect(await call("history.list", { offset: 0, limit: 10 })).toEqual({ items: [], total: 0 });
    expect(existsSync(join(window.dataDir, "loyalty-importer.sqlite"))).toBe(true);
  });
});
