import type { Connection, QueuedBatch } from "../../../preload/types.ts";
import { queuedBatches } from "../sending/queued-batches.ts";
import type { CliServices } from "../services.ts";
import type { CliIo } from "../terminal/io.ts";

/** Says once for each cause why batches of these imports were not accepted, and what to do. */
export function tellReasons(io: CliIo, services: CliServices, importIds: readonly number[]): void {
  for (const importId of importIds) tellBetween(io, services, importId);
  const { queue, connections } = services;
  if (queue.summary().paused) {
    io.err('The queue is paused, so nothing was sent. Run "queue resume" and "queue send".');
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
    io.err(`${nameOf(batch)}: ${asSentence(reason)} ${remedyOf(batch, holds)}`);
  }
  const [first] = own;
  if (first === undefined || told.size > 0) return;
  io.err(`${nameOf(first)}: ${standstill(first, all, holds)}`);
}

/** What neither arrived for certain nor stayed away: a person has to look. */
function tellBetween(io: CliIo, { history }: CliServices, importId: number): void {
  const { rowsMaybe, rowsUncounted } = history.summary(importId).counts;
  if (rowsMaybe + rowsUncounted === 0) return;
  for (const { id, state, standing, reason } of history.get(importId).batches) {
    if (state === standing) continue;
    const may = standing === "maybe-rejected" ? " An earlier try may have arrived." : "";
    io.err(`Batch ${id} (${standing}): ${asSentence(reason?.message ?? "")}${may}`);
  }
}

type Holds = ReadonlyMap<number, Connection["hold"]>;

function nameOf({ id, state }: QueuedBatch): string {
  return `Batch ${id} (${state})`;
}

/** Why a batch that nothing happened to was not sent. */
function standstill(batch: QueuedBatch, all: readonly QueuedBatch[], holds: Holds): string {
  if (batch.hold === "paused") {
    return 'Its import is paused. Run "queue resume" and "queue send".';
  }
  const hold = holds.get(batch.connectionId);
  if (hold === "paused") {
    return `The connection ${batch.connectionName} is paused. Run "queue resume" and "queue send".`;
  }
  const ahead = all.find(
    (each) => each.connectionId === batch.connectionId && each.id < batch.id && each.reason,
  );
  const cause = asSentence(ahead?.reason?.message ?? "It was not its turn yet.");
  const behind = ahead === undefined ? "" : `It waits behind batch ${ahead.id}. `;
  return `${behind}${cause} ${remedyOf(batch, holds)}`;
}

/** The window's remedies are buttons; these are the same in the words of the command line. */
function remedyOf(batch: QueuedBatch, holds: Holds): string {
  const { id, state, connectionName } = batch;
  if (state === "uncertain") {
    return `See on the platform whether it arrived, then run "queue resolve ${id} --as sent" or "queue resolve ${id} --as resend".`;
  }
  if (state === "rejected") {
    return `Run "queue resolve ${id} --as resend" to send it again, or "queue cancel ${id}" to go on without it, then "queue send".`;
  }
  if (batch.hold === "paused") {
    return `Run "queue resume" and "queue send" to send it, or "queue cancel ${id}".`;
  }
  return holds.get(batch.connectionId) === "credentials"
    ? `Give the key anew with "profile key ${connectionName}", or run "queue resume" to try it once more; then run "queue send".`
    : 'Run "queue send" to send it now.';
}

function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
