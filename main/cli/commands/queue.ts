import type { QueuedBatch } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
import { importsOfBatches } from "../../records/imports/batches/batch-ids.ts";
import { countOpenAmong, openBatches } from "../../records/imports/queue/open-batches.ts";
import type { CliContext, Command, Options } from "../command.ts";
import { EXIT, type ExitStatus, exitOf } from "../outcome/exit.ts";
import { outcomeLines } from "../outcome/outcome.ts";
import { tellReasons } from "../outcome/reasons.ts";
import { sentOutcome } from "../outcome/sent-outcome.ts";
import { queuedBatches } from "../sending/queued-batches.ts";
import { resumeQueue } from "../sending/resume-queue.ts";
import { send } from "../sending/send.ts";
import { withServices } from "../services.ts";
import { createPaceText } from "../terminal/pace-text.ts";
import { columns, isoTime, localTime, print, titles } from "../terminal/print.ts";
import { createProgress } from "../terminal/progress.ts";
import { parseChoice, parseCommand, parseId } from "../words/parse.ts";
import { namePlace, placesOf } from "../words/row-place.ts";

const ACTIONS = ["list", "send", "pause", "resume", "cancel", "resolve"] as const;

const RESOLVE = { as: { type: "string", value: "sent|resend" } } as const satisfies Options;

export const command: Command = {
  usage: [
    "queue [list]",
    "queue send",
    "queue pause",
    "queue resume",
    "queue cancel BATCH",
    "queue resolve BATCH --as sent|resend",
  ],
  actions: ACTIONS,
  options: RESOLVE,
  async run(context, args) {
    const [word, ...rest] = args;
    if (word === undefined || word.startsWith("-")) return await list(context, args);
    const action = parseChoice(word, "queue", ACTIONS);
    switch (action) {
      case "list":
        return await list(context, rest);
      case "send":
        return await sendAll(context, rest);
      case "pause":
        return await pause(context, rest, true);
      case "resume":
        return await pause(context, rest, false);
      case "cancel":
        return await cancel(context, rest);
      case "resolve":
        return await resolve(context, rest);
    }
  },
};

async function list(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  parseCommand(args, {}, { names: [] });
  return await withServices(context, async ({ queue }) => {
    const batches = queuedBatches(queue).map(listed);
    await print(context, { batches }, () => [
      ...(queue.summary().paused ? [t("cli:queue.paused")] : []),
      ...(batches.length === 0 ? [t("cli:queue.empty")] : batchLines(batches)),
    ]);
    return EXIT.done;
  });
}

function listed(batch: QueuedBatch) {
  return {
    batch: batch.id,
    import: batch.importId,
    connection: batch.connectionName,
    state: batch.state,
    rows: batch.rows,
    ...placesOf(batch),
    attempts: batch.attempts,
    nextTry: batch.nextTry === null ? null : isoTime(batch.nextTry),
    reason: batch.reason?.message ?? null,
  };
}

function batchLines(batches: readonly ReturnType<typeof listed>[]): readonly string[] {
  return columns(
    titles(
      "batch",
      "import",
      "connection",
      "state",
      "rows",
      "from",
      "to",
      "tries",
      "next-try",
      "reason",
    ),
    batches.map((each) => [
      String(each.batch),
      String(each.import),
      each.connection,
      t(`words:states.${each.state}`),
      each.rows,
      namePlace(each.firstRow, each.firstSheet),
      namePlace(each.lastRow, each.lastSheet),
      each.attempts,
      each.nextTry === null ? "" : localTime(Date.parse(each.nextTry)),
      each.reason ?? "",
    ]),
  );
}

async function sendAll(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  parseCommand(args, {}, { names: [] });
  return await withServices(context, async (services) => {
    const { db } = services;
    const ids = openBatches(db);
    const progress = createProgress(context.io);
    const pace = createPaceText();
    const rows = services.queue.summary().rowsOpen;
    const more = () => {
      const left = services.queue.summary().rowsOpen;
      return pace(rows - left, left);
    };
    try {
      if (ids.length > 0) {
        await send(context, services, {
          now: true,
          open: () => countOpenAmong(db, ids),
          onChange: () =>
            progress.update(
              t("cli:progress.sending"),
              ids.length - countOpenAmong(db, ids),
              ids.length,
              more(),
            ),
        });
      }
    } finally {
      progress.end();
    }
    const outcome = sentOutcome(services, ids);
    tellReasons(context.io, services, importsOfBatches(db, ids));
    await print(context, outcome, () =>
      ids.length === 0 ? [t("cli:queue.empty")] : outcomeLines(outcome, null),
    );
    return exitOf(outcome.state);
  });
}

async function pause(
  context: CliContext,
  args: readonly string[],
  paused: boolean,
): Promise<ExitStatus> {
  parseCommand(args, {}, { names: [] });
  return await withServices(context, async (services) => {
    const { queue } = services;
    if (paused) queue.pause({});
    else resumeQueue(services);
    await print(context, { paused: queue.summary().paused }, () => [
      t(paused ? "cli:queue.pause-done" : "cli:queue.resume-done"),
    ]);
    return EXIT.done;
  });
}

async function cancel(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { positionals } = parseCommand(args, {}, { names: ["BATCH"] });
  const batch = parseId(positionals[0] ?? "", "BATCH");
  return await withServices(context, async ({ queue, history }) => {
    queue.cancelBatch(batch);
    const { state } = history.batch(batch);
    await print(context, { batch, state }, () => [
      state === "cancelled"
        ? t("cli:queue.cancelled", { id: batch })
        : t("cli:queue.left", { id: batch, state: t(`words:states.${state}`) }),
    ]);
    return EXIT.done;
  });
}

async function resolve(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseCommand(args, RESOLVE, { names: ["BATCH"] });
  const batch = parseId(positionals[0] ?? "", "BATCH");
  if (values.as === undefined) {
    throw new AppError("usage-option-missing", { params: { option: "--as" } });
  }
  const as = parseChoice(values.as, "--as", ["sent", "resend"] as const);
  return await withServices(context, async ({ queue, history }) => {
    const newer = as === "resend" ? queue.resending(batch).newer : 0;
    queue.resolve(batch, as);
    const { state } = history.batch(batch);
    await print(context, { batch, state }, () => [
      t(as === "sent" ? "cli:queue.said-sent" : "cli:queue.said-resend", { id: batch }),
      ...(newer > 0 ? [t("cli:queue.newer", { count: newer })] : []),
    ]);
    return EXIT.done;
  });
}
