import type { FieldName } from "../../preload/fields.ts";
import type { UndoHelp, UndoLeft, UndoLeftKind, UndoPlan } from "../../preload/types.ts";
import type { Database } from "../database/open.ts";
import { readSetup } from "../history/import-record.ts";
import { readSettings } from "../settings.ts";
import { t } from "../text.ts";
import type { Vault } from "../vault/vault.ts";
import { restoreConnection } from "./find-connection.ts";
import { customerName, leftOf } from "./left.ts";
import { restoreRow } from "./restore-row.ts";
import { countSteps } from "./steps.ts";
import { walkUndo } from "./walk.ts";

/** Customers named in the plan for each kind of thing that stays. */
const SAMPLES = 10;

/**
 * What can be undone of an import. Reads every row of it and of the imports around it: seconds
 * for a long list, so it belongs into a process of its own or on the command line.
 * @throws AppError "not-found"
 */
export function planUndo(db: Database, vault: Vault, importId: number): UndoPlan {
  const { summary, options } = readSetup(db, importId);
  const counted = countCustomers(db, vault, importId);
  const unsent = unsentOf(db, importId);
  const admin = countSteps(db, importId);
  const steps = options.keepUndoState ? admin.steps - admin.done : 0;
  const links = undoLinks(db, importId);
  const found = restoreConnection(db, importId);
  const blocked = found.kind === "blocked" ? found.why : null;
  const restorable = blocked === null ? counted.restore.customers : 0;
  const help = adminHelp(steps, links.undoneBy.length > 0, restorable);
  const possible = unsent.batches + steps + restorable > 0;
  return {
    importId,
    fileName: summary.fileName,
    startedAt: summary.startedAt,
    connectionName: summary.connectionName,
    address: summary.address,
    accountId: summary.accountId,
    possible,
    message: planMessage(
      { unsent: unsent.batches, steps, customers: restorable },
      counted.restore.customers > 0 ? blocked : null,
    ),
    unsent,
    sending: summary.counts.open - unsent.batches,
    admin: { kept: options.keepUndoState, ...admin, help },
    restore: { ...counted.restore, blocked: counted.restore.customers > 0 ? blocked : null },
    left: counted.left,
    ...links,
  };
}

/** How undoing in the admin pages stands to putting values back from here. */
function adminHelp(steps: number, undone: boolean, restorable: number): readonly UndoHelp[] {
  if (steps === 0) return [];
  if (undone) return ["after"];
  return [
    restorable > 0 ? "or-here" : "all-there",
    ...(steps > 1 ? ["newest-first" as const] : []),
  ];
}

/** A sentence for each thing that can be done. */
function planMessage(
  counts: Readonly<Record<"unsent" | "steps" | "customers", number>>,
  blocked: UndoPlan["restore"]["blocked"],
): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  const sentences = parts.map(([part, count]) => t(`words:undo.plan.${part}`, { count }));
  if (sentences.length === 0) sentences.push(t("words:undo.nothing"));
  if (blocked !== null) sentences.push(t(`words:undo.plan.blocked-${blocked}`));
  return sentences.join(" ");
}

function unsentOf(db: Database, importId: number): UndoPlan["unsent"] {
  return db
    .prepare(
      `SELECT count(*) AS batches, ifnull(sum(row_count), 0) AS rows FROM batches
       WHERE import_id = ? AND state IN ('queued', 'waiting')`,
    )
    .get(importId) as UndoPlan["unsent"];
}

function undoLinks(db: Database, importId: number): Pick<UndoPlan, "undoneBy" | "undoes"> {
  const undoing = db
    .prepare(
      `SELECT id FROM imports
       WHERE undoes_import_id = ? AND phase = 'queued' AND state <> 'cancelled' ORDER BY id`,
    )
    .pluck();
  // What was undone by an import that was itself undone stands again.
  const undoneBy = (id: number): readonly number[] =>
    (undoing.all(id) as number[]).filter((each) => undoneBy(each).length === 0);
  const undoes = db
    .prepare("SELECT undoes_import_id FROM imports WHERE id = ?")
    .pluck()
    .get(importId) as number | null;
  return { undoneBy: undoneBy(importId), undoes };
}

interface Counted {
  readonly restore: Omit<UndoPlan["restore"], "blocked">;
  readonly left: readonly UndoLeft[];
}

function countCustomers(db: Database, vault: Vault, importId: number): Counted {
  const fields = new Map<FieldName, number>();
  const groups = new Set<string>();
  const left = new Map<UndoLeftKind, { count: number; samples: UndoLeft["samples"] }>();
  let customers = 0;
  const days = readSettings(db).retentionDays;

  function addLeft(kind: UndoLeftKind, count: number, samples: UndoLeft["samples"]): void {
    const entry = left.get(kind) ?? { count: 0, samples: [] };
    const room = SAMPLES - entry.samples.length;
    left.set(kind, {
      count: entry.count + count,
      samples: room > 0 ? [...entry.samples, ...samples.slice(0, room)] : entry.samples,
    });
  }

  for (const chunk of walkUndo(db, vault, importId)) {
    for (const step of chunk) {
      if (step.kind === "gone") {
        addLeft("rows-gone", step.rows, []);
        continue;
      }
      const { customer } = step;
      const sample = { row: customer.row.row, customer: customerName(customer) };
      for (const { kind } of leftOf(customer)) addLeft(kind, 1, [sample]);
      const back = restoreRow(customer);
      if (back === null) continue;
      customers += 1;
      groups.add(back.fields.join());
      for (const field of back.fields.slice(1)) fields.set(field, (fields.get(field) ?? 0) + 1);
    }
  }
  return {
    restore: {
      customers,
      fields: [...fields].map(([field, count]) => ({ field, customers: count })),
      imports: groups.size,
    },
    left: [...left].map(([kind, { count, samples }]) => ({
      kind,
      count,
      samples,
      message: t(`words:undo.left.${kind}`, { count, days }),
    })),
  };
}
