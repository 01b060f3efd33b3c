import type { Irreversible, UndoPlan, UndoStep } from "../../../preload/types.ts";
import { stays } from "../../../preload/undo-stays.ts";
import { fieldWord } from "../../common/field-word.ts";
import { t } from "../../common/text.ts";
import { shortStep } from "../../features/rollback/plan/steps.ts";
import { localTime } from "../terminal/print.ts";

/** The plan in the window's own sentences and order. */
export function planLines(plan: UndoPlan, steps: readonly UndoStep[]): readonly string[] {
  const { sending, undoneBy, undoes } = plan;
  const there = thereLines(plan, steps);
  return [
    t("cli:undo.plan", {
      id: plan.importId,
      file: plan.fileName,
      at: localTime(plan.startedAt),
      connection: plan.connectionName,
    }),
    plan.message,
    ...(sending > 0 ? [t("words:undo.plan.sending", { count: sending })] : []),
    ...(undoes === null ? [] : [t("cli:undo.undoes", { id: undoes })]),
    ...(undoneBy.length > 0 ? [t("cli:undo.undone-by", { ids: undoneBy.join(", ") })] : []),
    ...section(plan.way === "either" ? "here-either" : "here", hereLines(plan)),
    ...section(thereTitle(plan), there),
    ...section(staysTitle(plan.way), stays(plan).map(irreversibleLine)),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0
    ? []
    : [`${t(`words:undo.plan.${title}`)}:`, ...lines.map((line) => `  ${line}`)];
}

function hereLines({ unsent, restore, way }: UndoPlan): readonly string[] {
  const fields = restore.fields.map(({ field }) => fieldWord(field)).join(", ");
  return [
    ...(unsent.batches > 0 ? [t("words:undo.plan.unsent", { count: unsent.batches })] : []),
    ...(restore.customers > 0 && way !== "there"
      ? [t("words:undo.plan.restore", { count: restore.customers, fields })]
      : []),
    ...(restore.blocked === null ? [] : [t(`words:undo.plan.blocked-${restore.blocked}`)]),
  ];
}

function thereTitle({ way, admin }: UndoPlan): string {
  return `there${way === "either" ? "-or" : ""}${admin.byProgram ? "-practice" : ""}`;
}

function thereLines(plan: UndoPlan, steps: readonly UndoStep[]): readonly string[] {
  const open = plan.admin.steps - plan.admin.done;
  if (open === 0 || (plan.way !== "there" && plan.way !== "either")) return [];
  // Where it is the only way, the plan's own sentence has said so.
  if (plan.admin.byProgram) return plan.way === "there" ? [] : [t("words:undo.plan.by-practice")];
  const more = open - steps.length;
  return [
    ...plan.admin.help.map((key) => t(`words:undo.plan.${key}`)),
    ...stepLines(steps),
    ...(more > 0 ? [t("cli:undo.more-steps", { count: more })] : []),
  ];
}

/** What holds for all of them is said once. */
function stepLines(steps: readonly UndoStep[]): readonly string[] {
  const [first, ...others] = steps;
  if (first === undefined) return [];
  if (others.length === 0) return [`1. ${first.message}`];
  return [
    t("words:undo.steps-intro", { account: first.accountId }),
    ...steps.map((step, n) => `${n + 1}. ${shortStep(step)}`),
  ];
}

function irreversibleLine({ message, samples, count }: Irreversible): string {
  if (samples.length === 0) return message;
  const names = samples.map(({ row, customer }) => t("cli:undo.sample", { customer, row }));
  const more = count - samples.length;
  return `${message} ${[...names, ...(more > 0 ? [t("words:undo.plan.more", { count: more })] : [])].join(", ")}`;
}

/** Where all of it can be undone elsewhere, this stays only as long as that is not done. */
function staysTitle(way: UndoPlan["way"]): string {
  return way === "there" || way === "either" ? `stays-${way}` : "stays";
}
