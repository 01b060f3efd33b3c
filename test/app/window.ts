import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createApp } from "../../main/app/app.ts";
import type { App } from "../../main/app/app-port.ts";
import type { Host, SecretStore } from "../../main/common/host/host.ts";
import { createNodeTransport } from "../../main/pipeline/api/transport/node-transport.ts";
import { type PracticeCustomer, startPracticeServer } from "../../main/practice/server.ts";
import type { CallInput, CallName, CallResult } from "../../preload/contract.ts";
import type { AppEvent, Draft } from "../../preload/types.ts";
import { keptFork } from "../helpers/processes/kept-fork.ts";
import { tempDir } from "../helpers/temp-dir.ts";

/** The whole main process of a window, without the window. */
export interface TestApp {
  readonly dataDir: string;
  readonly events: readonly AppEvent[];
  /** @throws Error with the code of the error */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>>;
  until(wanted: (event: AppEvent) => boolean | Promise<boolean>): Promise<void>;
  /** A list over the practice connection, checked and ready to be sent. */
  draft(name: string, csv: string): Promise<Draft>;
  /** The same for a file that is there. */
  draftOf(path: string): Promise<Draft>;
  /** Sends a draft and waits until the import has ended. */
  send(draftId: number): Promise<number>;
  customers(): Promise<readonly PracticeCustomer[]>;
  readonly saved: readonly string[];
  /** Makes a file known as one that the person has chosen. */
  registerFile(path: string): string;
}

const SECRETS: SecretStore = {
  kind: "key-file",
  backend: "test",
  wrap: async (key) => Buffer.from(key),
  unwrap: async (wrapped) => ({ key: Uint8Array.from(wrapped), stale: false }),
};

export async function testApp(secrets: SecretStore = SECRETS): Promise<TestApp> {
  const dir = tempDir();
  const dataDir = join(dir, "data");
  const events: AppEvent[] = [];
  const looks = new Set<() => void>();
  const saved: string[] = [];
  const transport = createNodeTransport();
  const host: Host = {
    kind: "browser",
    secrets,
    transport,
    fork: keptFork,
    async saveFile(path, fileName) {
      saved.push(path);
      return { fileName, saved: true, downloadPath: null };
    },
    notify: () => undefined,
    openFolder: async () => undefined,
    emit(event) {
      events.push(event);
      for (const look of looks) look();
    },
  };
  const app: App = await createApp(host, { dataDir });
  onTestFinished(async () => {
    await app.close();
  });

  async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
    const answer = await app.answer(name, input);
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.detail ?? ""}`);
    return answer.value as CallResult<N>;
  }

  async function until(wanted: (event: AppEvent) => boolean | Promise<boolean>): Promise<void> {
    for (let seen = 0; ; ) {
      for (; seen < events.length; seen += 1) {
        const event = events[seen];
        if (event !== undefined && (await wanted(event))) return;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      looks.add(resolve);
      if (seen === events.length) await promise;
      looks.delete(resolve);
    }
  }

  async function draftOf(path: string): Promise<Draft> {
    const { id } = await call("drafts.create", { fileId: app.registerFile(path) });
    await call("drafts.check", { draftId: id });
    await until((event) => {
      if (event.kind !== "draft" || event.draftId !== id) return false;
      if (event.check.kind === "failed") throw new Error(event.check.error.code);
      return event.check.kind === "done";
    });
    return await call("drafts.get", { draftId: id });
  }

  return {
    dataDir,
    events,
    saved,
    registerFile: (path) => app.registerFile(path),
    call,
    until,
    async draft(name, csv) {
      const path = join(dir, name);
      writeFileSync(path, csv);
      return await draftOf(path);
    },
    draftOf,
    async send(draftId) {
      const { importId } = await call("drafts.send", { draftId, confirmOverwrite: true });
      const ended = async () => (await call("history.get", { importId })).finishedAt !== null;
      if (!(await ended())) {
        await until((event) => event.kind === "import" && event.importId === importId && ended());
      }
      return importId;
    },
    async customers() {
      const server = await startPracticeServer({ databasePath: join(dataDir, "practice.sqlite") });
      try {
        return server.customers();
      } finally {
        await server.close();
      }
    },
  };
}
