import type { Connection } from "../../../preload/types.ts";
import { t } from "../../common/text.ts";
import { purgeStagings } from "../../pipeline/staging/sweep.ts";
import type { CliContext } from "../command.ts";
import type { DataServices } from "../data-services.ts";
import { EXIT, type ExitStatus, exitOf } from "../outcome/exit.ts";
import { importOutcome } from "../outcome/import-outcome.ts";
import type { Outcome } from "../outcome/outcome.ts";
import { tellReasons } from "../outcome/reasons.ts";
import { allServices } from "../services.ts";
import type { CheckedList } from "./check-list.ts";
import { type ImportHooks, queueStaged, sentBefore } from "./queue-staged.ts";

export interface EndedImport {
  readonly outcome: Outcome;
  readonly notes: readonly string[];
  readonly status: ExitStatus;
}

/** Queues a checked list, and sends it unless it is only to be queued. @throws AppError as queueStaged */
export async function queueAndSend(
  context: CliContext,
  data: DataServices,
  connection: Connection,
  { staged, problems, findings, notes }: CheckedList,
  { isQueueOnly, ...hooks }: ImportHooks & { readonly isQueueOnly: boolean },
): Promise<EndedImport> {
  const before = sentBefore(data, staged.result.stagingId, connection);
  for (const { message } of before) context.note(message);
  const { importId, counts } = queueStaged(data, connection, { ...staged, ...hooks }, (line) =>
    context.note(line),
  );
  context.step(() => t("cli:verbose.queued", { id: importId }));
  await purgeStagings(data.db);
  const services = allServices(data);
  if (!isQueueOnly) {
    const { sendImport } = await import("./send-import.ts");
    await sendImport(context, services, importId);
    tellReasons(context.io, services, [importId]);
  }
  const outcome = importOutcome(services, importId, counts, { problems, findings });
  const status = isQueueOnly && outcome.state === "queued" ? EXIT.done : exitOf(outcome.state);
  return { outcome, notes, status };
}
