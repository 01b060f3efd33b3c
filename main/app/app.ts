import type { QueueSummary } from "../../preload/types.ts";
import { toAppError } from "../common/errors.ts";
import type { Host } from "../common/host/host.ts";
import { openLog } from "../common/log.ts";
import { databaseError } from "../common/sqlite/database-error.ts";
import { NOT_CHECKED, type RestoreState } from "../features/backup/backups.ts";
import { swapIn } from "../features/backup/restore-backup.ts";
import type { Policy } from "../features/settings/policy/policy.ts";
import { readPolicy } from "../features/settings/policy/read-policy.ts";
import { putBack } from "../records/files/kept-data.ts";
import { speakAs } from "../records/settings.ts";
import { peekSettings } from "../records/settings-peek.ts";
import type { App } from "./app-port.ts";
import { openInstallation } from "./installation.ts";

/**
 * The services behind a window, which live as long as the program: where a backup takes the place
 * of the data, the installation is closed and opened again beneath it.
 * @throws AppError as `openInstallation`
 */
export async function createApp(
  host: Host,
  { dataDir, policy: given }: { readonly dataDir: string; readonly policy?: Policy },
): Promise<App> {
  // What is wrong with it is told in the person's language, which the data folder knows.
  await speakAs(peekSettings(dataDir));
  const policy = given ?? readPolicy();
  const restoring: RestoreState = { ...NOT_CHECKED };
  const open = () => openInstallation(host, { dataDir, policy, replace, restoring });
  const running = new Set<Promise<unknown>>();
  let current = await open();
  let replacing: Promise<unknown> = Promise.resolve();
  let isReplacing = false;
  const log = openLog(dataDir);
  let lastSummary = current.queueSummary();
  let isUnread = false;

  /**
   * Asked by what is shown outside of the window, and whenever the window or the program is about
   * to close: a database that cannot be read just then must not end the program half done.
   */
  function queueSummary(): QueueSummary {
    if (isReplacing) return lastSummary;
    try {
      lastSummary = current.queueSummary();
      isUnread = false;
    } catch (error) {
      const { code, detail } = toAppError(databaseError(error));
      if (!isUnread) log.error(code, { detail: detail ?? "queue not read" });
      isUnread = true;
    }
    return lastSummary;
  }

  /** The data that was there takes its place again where the new one cannot be opened. */
  async function swap(): Promise<string | null> {
    queueSummary();
    isReplacing = true;
    try {
      await Promise.allSettled(running);
      await current.close();
      let kept: string | null = null;
      try {
        kept = swapIn(dataDir);
      } catch (error) {
        current = await open();
        throw error;
      }
      try {
        current = await open();
      } catch (error) {
        putBack(dataDir, kept);
        current = await open();
        throw error;
      }
      host.emit({ kind: "restored" });
      return kept;
    } finally {
      isReplacing = false;
    }
  }

  function replace(): Promise<string | null> {
    const turn = swap();
    replacing = turn.catch(() => undefined);
    return turn;
  }

  return {
    async answer(name, input) {
      await replacing;
      const call = current.answer(name, input);
      // The call that replaces the data waits for all others, and cannot wait for itself.
      if (name !== "backup.restore") {
        running.add(call);
        call.finally(() => running.delete(call)).catch(() => undefined);
      }
      return await call;
    },
    registerFile: (path) => current.registerFile(path),
    queueSummary,
    networkBack: () => {
      if (!isReplacing) current.networkBack();
    },
    fallAsleep: () => {
      if (!isReplacing) current.fallAsleep();
    },
    async close() {
      await replacing;
      await current.close();
    },
  };
}
