import { setTimeout as pause } from "node:timers/promises";
import type { UndoPlan, UndoStep } from "../../../preload/types.ts";
import { AppError, toAppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
import { cancelUnsent } from "../../features/rollback/cancel-unsent.ts";
import { planUndo } from "../../features/rollback/plan/plan.ts";
import { listSteps } from "../../features/rollback/plan/steps.ts";
import { prepareRestores } from "../../features/rollback/prepare.ts";
import { queueRestores } from "../../features/rollback/queue-restores.ts";
import { revertPractice } from "../../features/rollback/revert-practice.ts";
import { purgeStagings } from "../../pipeline/staging/sweep.ts";
import { requireRestoreConnection } from "../../records/imports/arrivals/find-connection.ts";
import { countInStates } from "../../records/imports/queue/open-batches.ts";
import type { CliContext, Command, Options } from "../command.ts";
import { EXIT, exitOf, exitOfError } from "../outcome/exit.ts";
import { tellReasons } from "../outcome/reasons.ts";
import { type RestoreOutcome, restoreOutcome } from "../outcome/restore-outcome.ts";
import { planLines } from "../outcome/undo-plan-lines.ts";
import { send } from "../sending/send.ts";
import { type CliServices, withServices } from "../services.ts";
import { isoTime, print } from "../terminal/print.ts";
import { tellError } from "../terminal/tell-error.ts";
import { parseCommand, parseId } from "../words/parse.ts";

/** Steps that one answer names; all of them are in the window. */
const MAX_STEPS = 100;
/** How long answers to what is on its way are waited for. */
const ANSWER_WAIT_MS = 30_000;
const LOOK_MS = 100;

const OPTIONS = {
  "dry-run": { type: "boolean", text: "dry-run-undo" },
} as const satisfies Options;

export const command: Command = {
  usage: ["undo IMPORT [--dry-run]"],
  options: OPTIONS,
  async run(context, args) {
    const { values, positionals } = parseCommand(args, OPTIONS, { names: ["IMPORT"] });
    const importId = parseId(positionals[0] ?? "", "IMPORT");
    const dryRun = values["dry-run"] === true;
    return await withServices(context, async (services) => {
      const { db, vault } = services;
      const plan = planUndo(db, vault, importId);
      const steps = listSteps(db, importId).filter((step) => step.done === null);
      // People see the plan before anything happens; programs get one document at the end.
      if (!context.json)
        await print(context, null, () => planLines(plan, steps.slice(0, MAX_STEPS)));
      const done = dryRun ? null : await undo(context, services, plan);
      const left = done?.problem ?? null;
      if (left !== null && context.json) {
        await tellError(left, context.io, true, document(plan, steps, dryRun, done));
        return exitOfError(left);
      }
      await print(context, document(plan, steps, dryRun, done), () => doneLines(done));
      if (left !== null) throw left;
      return done?.restore == null ? EXIT.done : exitOf(done.restore.state);
    });
  },
};

interface Done {
  readonly cancelled: number;
  readonly underWay: number;
  /** The practice server has taken back what had arrived. */
  readonly reverted: boolean;
  readonly restore: RestoreOutcome | null;
  /** Why the rest was not done; what was cancelled is, all the same. */
  readonly problem: AppError | null;
}

async function undo(context: CliContext, services: CliServices, plan: UndoPlan): Promise<Done> {
  const { db, vault, queue } = services;
  const { importId } = plan;
  const open = plan.unsent.batches + plan.sending;
  const first =
    open === 0
      ? { cancelled: 0, underWay: 0 }
      : cancelUnsent(db, queue, importId, services.undoLog);
  const { cancelled } = first;
  const underWay = first.underWay > 0 ? await answersOf(context, db, importId) : 0;
  if (underWay > 0) {
    const problem = new AppError("undo-sending", { params: { cancelled, underWay } });
    return { cancelled, underWay, reverted: false, restore: null, problem };
  }
  const done = { cancelled, underWay, reverted: false, restore: null, problem: null };
  try {
    const { restore, admin, way } = first.underWay > 0 ? planUndo(db, vault, importId) : plan;
    if (admin.byProgram) {
      revertPractice(db, await services.practice.start(), importId);
      return { ...done, reverted: true };
    }
    if (restore.customers === 0) return done;
    requireRestoreConnection(db, importId);
    // Begun in the admin pages, it goes on there.
    if (way === "there") return done;
    return { ...done, restore: await putBack(context, services, importId) };
  } catch (error) {
    return { ...done, problem: toAppError(error) };
  }
}

/** Waits for what another program has on its way. @returns how much of it is left */
async function answersOf(
  { io }: CliContext,
  db: CliServices["db"],
  importId: number,
): Promise<number> {
  const left = () => countInStates(db, importId, ["queued", "waiting", "sending"]);
  const end = performance.now() + ANSWER_WAIT_MS;
  while (left() !== 0 && !io.signal.aborted && performance.now() < end) {
    await pause(LOOK_MS);
  }
  return left();
}

async function putBack(
  context: CliContext,
  services: CliServices,
  importId: number,
): Promise<RestoreOutcome> {
  const { db, vault, history } = services;
  const imports = queueRestores(db, vault, prepareRestores(db, vault, importId));
  await purgeStagings(db);
  await send(context, services, {
    now: false,
    open: () => imports.reduce((sum, id) => sum + history.summary(id).counts.open, 0),
    onChange: () => undefined,
  });
  tellReasons(context.io, services, imports);
  return restoreOutcome(services, imports);
}

function document(plan: UndoPlan, steps: readonly UndoStep[], dryRun: boolean, done: Done | null) {
  const { importId, fileName, startedAt, connectionName, address, accountId, ...rest } = plan;
  return {
    import: importId,
    file: fileName,
    startedAt: isoTime(startedAt),
    connection: connectionName,
    address,
    account: accountId,
    dryRun,
    ...rest,
    steps: steps.slice(0, MAX_STEPS),
    cancelled: done?.cancelled ?? 0,
    onTheirWay: done?.underWay ?? 0,
    reverted: done?.reverted ?? false,
    restored: done?.restore ?? null,
  };
}

function doneLines(done: Done | null): readonly string[] {
  if (done === null) return [];
  const { cancelled, reverted, restore } = done;
  return [
    ...(cancelled > 0 ? [t("cli:undo.cancelled", { number: cancelled })] : []),
    ...(reverted ? [t("cli:undo.reverted")] : []),
    ...(restore === null
      ? []
      : [
          t("cli:undo.restored", {
            state: t(`cli:states.${restore.state}`),
            rows: restore.rows,
            ids: restore.imports.join(", "),
          }),
        ]),
  ];
}
