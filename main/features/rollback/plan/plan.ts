import type { FieldName } from "../../../../preload/fields.ts";
import { PRACTICE_ADDRESS } from "../../../../preload/practice-address.ts";
import type {
  Irreversible,
  IrreversibleKind,
  UndoHelp,
  UndoPlan,
} from "../../../../preload/types.ts";
import { localTime } from "../../../common/local-time.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { t } from "../../../common/text.ts";
import { restoreConnection } from "../../../records/imports/arrivals/find-connection.ts";
import { readSetup } from "../../../records/imports/import-record.ts";
import { readUndoLinks } from "../../../records/imports/past/undo-links.ts";
import { unsentOf } from "../../../records/imports/queue/open-batches.ts";
import { readSettings } from "../../../records/settings.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import {
  amountsOf,
  customerName,
  irreversibleOf,
  irreversibleText,
  sumOf,
} from "./irreversible.ts";
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
  const practice = summary.address === PRACTICE_ADDRESS;
  const counted = countCustomers(db, vault, importId);
  const unsent = unsentOf(db, importId);
  const admin = countSteps(db, importId);
  const steps = options.keepUndoState ? admin.steps - admin.done : 0;
  const links = readUndoLinks(db, importId);
  const found = restoreConnection(db, importId);
  const blocked = found.kind === "blocked" ? found.why : null;
  const restorable = blocked === null ? counted.restore.customers : 0;
  const undone = links.undoneBy.length > 0;
  const reachable = practice && !counted.untouched ? 0 : steps;
  const way = wayOf({ steps: reachable, begun: admin.done > 0, undone, restorable });
  const byProgram = practice && (way === "there" || way === "either");
  const possible = unsent.batches > 0 || way !== null;
  const stays = counted.restore.customers > 0 ? blocked : null;
  return {
    importId,
    fileName: summary.fileName,
    startedAt: summary.startedAt,
    connectionName: summary.connectionName,
    address: summary.address,
    accountId: summary.accountId,
    possible,
    way,
    message: planMessage(
      { file: summary.fileName, at: localTime(summary.startedAt) },
      { unsent: unsent.batches, steps, customers: restorable },
      {
        way,
        byProgram,
        blocked: stays,
        sending: summary.counts.open > unsent.batches,
        already: undone || (admin.done > 0 && steps === 0),
      },
    ),
    unsent,
    sending: summary.counts.open - unsent.batches,
    admin: {
      kept: options.keepUndoState,
      ...admin,
      byProgram,
      help: byProgram ? [] : adminHelp(steps, way),
    },
    restore: { ...counted.restore, blocked: stays },
    practice,
    // The practice server puts back everything, and at once.
    irreversible: practice && way === "there" ? [] : inWords(counted.irreversible, practice),
    ...links,
  };
}

/**
 * By which one way what arrived is taken back. The practice server has no admin pages: this program
 * undoes its states, as long as nothing else has reached the customers since. Whoever has begun in
 * the admin pages goes on there; what was put back from here is not to be undone there as well.
 */
function wayOf(about: {
  readonly steps: number;
  readonly begun: boolean;
  readonly undone: boolean;
  readonly restorable: number;
}): UndoPlan["way"] {
  const { steps, begun, undone, restorable } = about;
  if (steps === 0 || undone) return restorable > 0 ? "here" : null;
  return restorable > 0 && !begun ? "either" : "there";
}

function adminHelp(steps: number, way: UndoPlan["way"]): readonly UndoHelp[] {
  if (way !== "there" && way !== "either") return [];
  return ["all-there", ...(steps > 1 ? ["newest-first" as const] : [])];
}

/** Which list it takes back, what is cancelled, and the one way for what has arrived. */
function planMessage(
  about: { readonly file: string; readonly at: string },
  counts: Readonly<Record<"unsent" | "steps" | "customers", number>>,
  { way, byProgram, blocked, sending, already }: MessageParts,
): string {
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) =>
    t(`words:undo.plan.${key}`, params);
  const { unsent, steps, customers } = counts;
  const sentences = [
    ...(unsent > 0 ? [say("unsent", { count: unsent })] : []),
    ...(way === null
      ? []
      : [
          say(`way-${way}${byProgram ? "-practice" : ""}`, {
            count: way === "there" ? steps : customers,
          }),
        ]),
  ];
  const rest = blocked === null ? [] : [say(`blocked-${blocked}`)];
  // What is on its way right now is there to be undone in a moment.
  if (sentences.length > 0 || sending) return [say("of", about), ...sentences, ...rest].join(" ");
  return [already ? say("already", about) : t("words:undo.nothing"), ...rest].join(" ");
}

interface MessageParts {
  readonly way: UndoPlan["way"];
  readonly byProgram: boolean;
  readonly blocked: UndoPlan["restore"]["blocked"];
  readonly sending: boolean;
  readonly already: boolean;
}

interface Counted {
  /** Nothing else has reached any of its customers since. */
  readonly untouched: boolean;
  readonly restore: Omit<UndoPlan["restore"], "blocked">;
  readonly irreversible: readonly Omit<Irreversible, "text" | "message">[];
}

function countCustomers(db: Database, vault: Vault, importId: number): Counted {
  const fields = new Map<FieldName, number>();
  const groups = new Set<string>();
  const irreversible = new Map<
    IrreversibleKind,
    { count: number; samples: Irreversible["samples"] }
  >();
  const amounts: string[] = [];
  let customers = 0;
  const days = readSettings(db).retentionDays;
  let untouched = true;

  function addIrreversible(
    kind: IrreversibleKind,
    count: number,
    samples: Irreversible["samples"],
  ): void {
    const entry = irreversible.get(kind) ?? { count: 0, samples: [] };
    const room = SAMPLES - entry.samples.length;
    irreversible.set(kind, {
      count: entry.count + count,
      samples: room > 0 ? [...entry.samples, ...samples.slice(0, room)] : entry.samples,
    });
  }

  for (const chunk of walkUndo(db, vault, importId)) {
    for (const step of chunk) {
      if (step.kind === "gone") {
        addIrreversible("rows-gone", step.rows, []);
        untouched = false;
        continue;
      }
      const { customer } = step;
      if (customer.sentLater) untouched = false;
      amounts.push(...amountsOf(customer).map(({ amount }) => amount));
      const sample = { row: customer.row.row, customer: customerName(customer) };
      for (const { kind } of irreversibleOf(customer)) addIrreversible(kind, 1, [sample]);
      const back = restoreRow(customer);
      if (back === null) continue;
      customers += 1;
      groups.add(back.fields.join());
      for (const field of back.fields.slice(1)) fields.set(field, (fields.get(field) ?? 0) + 1);
    }
  }
  const total = sumOf(amounts);
  return {
    untouched,
    restore: {
      customers,
      fields: [...fields].map(([field, count]) => ({ field, customers: count })),
      imports: groups.size,
    },
    irreversible: [...irreversible].map(([kind, { count, samples }]) => ({
      kind,
      count,
      samples,
      days,
      total: kind === "auto-add" ? total : null,
    })),
  };
}

function inWords(
  irreversible: Counted["irreversible"],
  practice: boolean,
): readonly Irreversible[] {
  return irreversible.map((one) => {
    const { kind, count, total, days } = one;
    const text = irreversibleText(kind, { practice, total });
    const params = { count, days, ...(total === null ? {} : { total }) };
    return { ...one, text, message: t(`words:undo.irreversible.${text}`, params) };
  });
}
