import type { Connection } from "../../../preload/types.ts";
import type { CliContext } from "../command.ts";
import type { DataServices } from "../data-services.ts";
import { exitOf } from "../outcome/exit.ts";
import type { ImportWords } from "../words/import-words.ts";
import { checkList } from "./check-list.ts";
import type { EndedImport } from "./queue-and-send.ts";
import type { ImportHooks } from "./queue-staged.ts";

/** Checks, queues and sends a list. @throws AppError as checkList and queueStaged */
export async function runImport(
  context: CliContext,
  services: DataServices,
  words: ImportWords,
  connection: Connection,
  hooks: ImportHooks,
): Promise<EndedImport> {
  // Loaded while the list is read: nothing of it is needed before.
  const next = once(() => import("./queue-and-send.ts"));
  const checked = await checkList(context, services, words, connection, () => void next());
  const { notes, stopped } = checked;
  if (stopped !== null) return { outcome: stopped, notes, status: exitOf(stopped.state) };
  const { queueAndSend } = await next();
  const isQueueOnly = words["queue-only"] === true;
  return await queueAndSend(context, services, connection, checked, { ...hooks, isQueueOnly });
}

/** What fails is told to who waits for it. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | null = null;
  return () => {
    if (begun !== null) return begun;
    begun = load();
    begun.catch(() => undefined);
    return begun;
  };
}
