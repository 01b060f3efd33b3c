import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { createApp } from "../../../main/app/app.ts";
import { openLog } from "../../../main/common/log.ts";
import { createElectronHost } from "../../../main/hosts/electron/electron-host.ts";
import { createElectronSecrets } from "../../../main/hosts/electron/system/secrets.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import type { Campaign, Connection, Draft, ImportDetail } from "../../../preload/types.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { told } from "../../hosts/electron/stand-in/index.ts";

/** Stands for whatever must not get out; every place that can hold text holds it. */
const MARKER = "Zmarkerz";

it("the report for support holds none of what customers, accounts and people entered", async () => {
  const dir = tempDir();
  const dataDir = join(dir, MARKER);
  told.saveTo = join(dir, "report.json");
  const app = await createApp(createElectronHost(await createElectronSecrets(dataDir)), {
    dataDir,
  });
  async function call<T>(name: string, input: object): Promise<T> {
    const answer = await app.answer(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.detail}`);
    return answer.value as T;
  }
  try {
    const [practice] = await call<readonly Connection[]>("connections.list", {});
    if (practice === undefined) throw new Error("no practice connection");
    await call("connections.save", {
      id: null,
      name: `${MARKER} shop`,
      url: `https://${MARKER}.example/api`,
      userId: MARKER,
      accountId: MARKER,
      apiKey: `${MARKER}-key`,
      settings: {
        ...practice.settings,
        campaigns: [MARKER],
        customFields: { custom_field_1: MARKER },
      },
    });
    const list = join(dir, `${MARKER}.csv`);
    writeFileSync(list, `Code;First name;${MARKER}\n${MARKER};${MARKER};${MARKER}\n`);
    const fileId = app.registerFile(list);
    const draft = await call<Draft>("drafts.create", { fileId });
    const [campaign] = await call<readonly Campaign[]>("connections.campaigns", {
      id: practice.id,
    });
    const campaigns = [campaign?.id ?? ""];
    const options = { ...draft.options, connectionId: practice.id, campaigns };
    await call("drafts.setOptions", { draftId: draft.id, options });
    await call("drafts.check", { draftId: draft.id });
    await vi.waitFor(
      async () => {
        const { check } = await call<Draft>("drafts.get", { draftId: draft.id });
        expect(check.kind).toBe("done");
      },
      { timeout: 20_000, interval: 100 },
    );
    const { importId } = await call<{ importId: number }>("drafts.send", {
      draftId: draft.id,
      confirmOverwrite: false,
    });
    await vi.waitFor(
      async () => {
        const detail = await call<ImportDetail>("history.get", { importId });
        expect(detail.counts.open).toBe(0);
      },
      { timeout: 20_000, interval: 100 },
    );
    await call("drafts.create", { fileId: app.registerFile(list) });
    const log = openLog(dataDir);
    log.error("file-missing", { detail: `${MARKER} in ${dataDir}`, call: MARKER, kind: MARKER });
    log.error(MARKER, { [MARKER]: MARKER, importId: MARKER, at: MARKER, host: MARKER });
    await app.answer(MARKER, { [MARKER]: MARKER });
    writeFileSync(join(log.dir, "loyalty-importer.log.1"), `${MARKER}\n"${MARKER}"\n`);

    const db = openDatabase(dataDir);
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all() as readonly string[];
    db.close();

    await call("app.supportBundle", {});
    const text = readFileSync(told.saveTo, "utf8");
    expect(text.toLowerCase()).not.toContain(MARKER.toLowerCase());
    const report = JSON.parse(text);
    expect(report).toMatchObject({
      program: { host: "electron" },
      settings: { retentionDays: 90 },
      protection: { kind: "system", backend: "gnome_libsecret" },
      connections: { kinds: { api: 1, practice: 1 } },
      queue: { accepted: 1 },
      database: { check: true, journal: "wal" },
    });
    expect(Object.keys(report.database.rows).sort()).toEqual([...tables].sort());
    const events = report.log.map(({ event }: { readonly event?: string }) => event);
    expect(events).toContain("started");
    expect(events).toContain("file-missing");
    expect(events).toContain("unreadable-line");
  } finally {
    await app.close();
  }
});
