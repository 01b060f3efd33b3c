import type { Connection, QueuedBatch } from "../../../preload/types.ts";
import { t } from "../../common/text.ts";
import { queuedBatches } from "../sending/queued-batches.ts";
import type { CliServices } from "../services.ts";
import type { CliIo } from "../terminal/io.ts";

/** Says once for each cause why batches of these imports were not accepted, and what to do. */
export function tellReasons(io: CliIo, services: CliServices, importIds: readonly number[]): void {
  for (const importId of importIds) tellBetween(io, services, importId);
  const { queue, connections } = services;
  if (queue.summary().paused) {
    io.err(t("cli:reasons.queue-paused"));
    return;
  }
  const holds = new Map(connections.list().map((each) => [each.id, each.hold]));
  const all = queuedBatches(queue);
  const own = all.filter((batch) => importIds.includes(batch.importId));
  const told = new Set<string>();
  for (const batch of own) {
    const reason = batch.reason?.message;
    if (reason === undefined || told.has(reason)) continue;
    told.add(reason);
    io.err(aboutBatch(batch, `${asSentence(reason)} ${remedyOf(batch, holds)}`));
  }
  const [first] = own;
  if (first === undefined || told.size > 0) return;
  io.err(aboutBatch(first, standstill(first, all, holds)));
}

/** What neither arrived for certain nor stayed away: a person has to look. */
function tellBetween(io: CliIo, { history }: CliServices, importId: number): void {
  const { rowsMaybe, rowsUncounted } = history.summary(importId).counts;
  if (rowsMaybe + rowsUncounted === 0) return;
  for (const { id, state, standing, reason } of history.get(importId).batches) {
    if (state === standing) continue;
    const may = standing === "maybe-rejected" ? ` ${t("cli:reasons.may-have-arrived")}` : "";
    io.err(aboutBatch({ id, state: standing }, `${asSentence(reason?.message ?? "")}${may}`));
  }
}

type Holds = ReadonlyMap<number, Connection["hold"]>;

function aboutBatch(
  { id, state }: { readonly id: number; readonly state: string },
  reason: string,
): string {
  return t("cli:reasons.batch", { id, state: t(`words:states.${state}`), reason });
}

/** Why a batch that nothing happened to was not sent. */
function standstill(batch: QueuedBatch, all: readonly QueuedBatch[], holds: Holds): string {
  if (batch.hold === "paused") {
    return t("cli:reasons.import-paused");
  }
  const hold = holds.get(batch.connectionId);
  if (hold === "paused") {
    return t("cli:reasons.connection-paused", { name: batch.connectionName });
  }
  const ahead = all.find(
    (each) => each.connectionId === batch.connectionId && each.id < batch.id && each.reason,
  );
  const cause = asSentence(ahead?.reason?.message ?? t("cli:reasons.not-its-turn"));
  const behind = ahead === undefined ? "" : `${t("cli:reasons.behind", { id: ahead.id })} `;
  return `${behind}${cause} ${remedyOf(batch, holds)}`;
}

/** The window's remedies are buttons; these are the same in the words of the command line. */
function remedyOf(batch: QueuedBatch, holds: Holds): string {
  const { id, state, connectionName } = batch;
  if (state === "uncertain") {
    return t("cli:reasons.remedy-uncertain", { id });
  }
  if (state === "rejected") {
    return t("cli:reasons.remedy-rejected", { id });
  }
  if (batch.hold === "paused") {
    return t("cli:reasons.remedy-paused", { id });
  }
  return holds.get(batch.connectionId) === "credentials"
    ? t("cli:reasons.remedy-credentials", { name: connectionName })
    : t("cli:reasons.remedy-send");
}

function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
