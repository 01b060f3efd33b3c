import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createApp } from "../../../main/app/app.ts";
import type { App } from "../../../main/app/app-port.ts";
import { ROOT } from "../../../main/entries/start/root.ts";
import { createElectronHost } from "../../../main/hosts/electron/electron-host.ts";
import { createElectronSecrets } from "../../../main/hosts/electron/system/secrets.ts";
import { utilityFork } from "../../../main/hosts/electron/system/utility-fork.ts";
import { startReadersBy } from "../../../main/pipeline/sources/sheetjs/sheetjs-fork.ts";
import type { Draft } from "../../../preload/types.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { told } from "./stand-in/index.ts";

let app: App;
beforeEach(async () => {
  const dataDir = tempDir();
  startReadersBy((options) => utilityFork("sheetjs-process", options));
  app = await createApp(createElectronHost(await createElectronSecrets(dataDir)), { dataDir });
});
afterEach(() => app.close());

async function call<T>(name: string, input: object): Promise<T> {
  const answer = await app.answer(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.detail}`);
  return answer.value as T;
}

/** What looks at lists stays for the next one. */
function running() {
  return told.running.filter(({ entry }) => entry !== "look-process");
}

it("a process that reads an .xls and is killed in the middle of a check is told, and trying again loses nothing", async () => {
  const fileId = app.registerFile(join(ROOT, "test", "fixtures", "sources", "traits.xls"));
  const draft = await call<Draft>("drafts.create", { fileId });
  await call("drafts.setMapping", {
    draftId: draft.id,
    mapping: [{ field: "code", columns: [0], transforms: [] }],
  });
  // The process that read the file for the look has gone: the one that is killed is the check's.
  await vi.waitFor(() => expect(running()).toEqual([]));
  const checked = async () => (await call<Draft>("drafts.get", { draftId: draft.id })).check;
  await call("drafts.check", { draftId: draft.id });
  // As soon as it is there: before it has said anything.
  const killed = await vi.waitUntil(
    () => running().find((one) => one.entry === "sheetjs-process"),
    {
      timeout: 20_000,
      interval: 2,
    },
  );
  killed.kill();
  await vi.waitFor(async () => expect(await checked()).toMatchObject({ kind: "failed" }), {
    timeout: 20_000,
  });
  await call("drafts.check", { draftId: draft.id });
  await vi.waitFor(async () => expect(await checked()).toMatchObject({ kind: "done" }), {
    timeout: 20_000,
  });
  await vi.waitFor(() => expect(running()).toEqual([]));
});
