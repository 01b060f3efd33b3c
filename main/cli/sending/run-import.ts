import type { Connection } from "../../../preload/types.ts";
import { t } from "../../common/text.ts";
import { purgeStagings } from "../../pipeline/staging/sweep.ts";
import type { CliContext } from "../command.ts";
import { EXIT, type ExitStatus, exitOf } from "../outcome/exit.ts";
import { importOutcome } from "../outcome/import-outcome.ts";
import type { Outcome } from "../outcome/outcome.ts";
import { tellReasons } from "../outcome/reasons.ts";
import type { CliServices } from "../services.ts";
import { createPaceText } from "../terminal/pace-text.ts";
import { createProgress } from "../terminal/progress.ts";
import type { ImportWords } from "../words/import-words.ts";
import { checkList } from "./check-list.ts";
import { type ImportHooks, queueStaged, sentBefore } from "./queue-staged.ts";
import { send } from "./send.ts";

export interface EndedImport {
  readonly outcome: Outcome;
  readonly notes: readonly string[];
  readonly status: ExitStatus;
}

/** Checks, queues and sends a list. @throws AppError as checkList and queueStaged */
export async function runImport(
  context: CliContext,
  services: CliServices,
  words: ImportWords,
  connection: Connection,
  hooks: ImportHooks,
): Promise<EndedImport> {
  const { db } = services;
  const checked = await checkList(context, services, words, connection);
  const { staged, problems, findings, notes, stopped } = checked;
  if (stopped !== null) return { outcome: stopped, notes, status: exitOf(stopped.state) };
  const before = sentBefore(services, staged.result.stagingId, connection);
  for (const { message } of before) context.note(message);
  const { importId, counts } = queueStaged(services, connection, { ...staged, ...hooks }, (line) =>
    context.note(line),
  );
  context.step(() => t("cli:verbose.queued", { id: importId }));
  await purgeStagings(db);
  const isQueueOnly = words["queue-only"] === true;
  if (!isQueueOnly) {
    await sendImport(context, services, importId);
    tellReasons(context.io, services, [importId]);
  }
  const outcome = importOutcome(services, importId, counts, { problems, findings });
  const status = isQueueOnly && outcome.state === "queued" ? EXIT.done : exitOf(outcome.state);
  return { outcome, notes, status };
}

/** Sends what is open of an import, and waits for it as long as `send` does. */
export async function sendImport(
  context: CliContext,
  services: CliServices,
  importId: number,
): Promise<void> {
  const { history } = services;
  const progress = createProgress(context.io);
  const pace = createPaceText();
  let told = -1;
  const show = () => {
    const { counts } = history.summary(importId);
    const done = counts.batches - counts.open;
    const answered = counts.rowsAccepted + counts.rowsRejected + counts.rowsUncertain;
    const more = pace(answered, counts.rows - answered);
    progress.update(t("cli:progress.sending"), done, counts.batches, more);
    if (done === told) return;
    told = done;
    context.step(() => t("cli:verbose.batches", { done, total: counts.batches }));
  };
  try {
    await send(context, services, {
      now: false,
      open: () => history.summary(importId).counts.open,
      onChange: show,
    });
  } finally {
    progress.end();
  }
}
