import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { toAppError } from "../../../common/errors.ts";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import type { ResolvedConnection } from "../../../records/connections/resolved.ts";
import { type Reason, reasonOf } from "../../../records/imports/batches/attempt-result.ts";
import type { BatchEvent } from "../../../records/imports/batches/batch-status.ts";
import type { Candidate } from "../../../records/imports/queue/outbox.ts";
import { afterAttempt, afterLateAttempt } from "../line/after-attempt.ts";
import { afterTrouble, type Line, type Trouble } from "../line/pace.ts";
import { type Attempt, attempt, withKeyOfNow } from "./attempt.ts";
import { type Choice, choose, FRESH_MEMORY, type SenderMemory } from "./choose.ts";
import { createDivider } from "./divide-batch.ts";
import { prepareNext } from "./prepare-next.ts";
import { probeConnection } from "./probe.ts";
import type { SenderContext } from "./sender-context.ts";
import { remember, shouldPauseImport } from "./sender-memory.ts";
import { createHoldBack } from "./turn/hold-back.ts";
import { createLineUp } from "./turn/line-up.ts";
import { createPassedOver } from "./turn/passed-over.ts";

/** Between two tries to write down an outcome (disk full, database locked). */
const WRITE_RETRY_MS = 1000;

/** The sending of one connection's batches. */
export interface ConnectionSender {
  /** Begins whatever may begin now. */
  pump(): void;
  /** Something is on its way or being asked. */
  isBusy(): boolean;
  /** Ends when nothing is on its way. */
  settled(): Promise<void>;
}

interface Claimed {
  readonly id: number;
  readonly importId: number;
  readonly attempt: number;
  /** `troubles` of the sender when it began. */
  readonly troubles: number;
  /** Batches of the connection on their way, itself among them. */
  readonly onTheirWay: number;
}

export function createConnectionSender(
  context: SenderContext,
  connectionId: number,
): ConnectionSender {
  const { db, store, outbox, lines, lease, sleep, now, random } = context;
  const lineUp = createLineUp(outbox, context.customers, connectionId);
  const holdBack = createHoldBack(context, connectionId);
  const running = new Set<Promise<void>>();
  let memory: SenderMemory = FRESH_MEMORY;
  const passedOver = createPassedOver(context);
  const divided = createDivider(context);
  let pumping = false;
  let pumpAgain = false;

  function apply(batchId: number, event: BatchEvent) {
    return store.apply(batchId, event, { now: now() });
  }

  function transaction<T>(change: () => T): T {
    try {
      return db.transaction(change).immediate();
    } catch (error) {
      throw databaseError(error);
    }
  }

  function nextChoice({ settings }: ResolvedConnection): Choice {
    return choiceOf(settings.parallel ?? 1);
  }

  function choiceOf(parallel: number): Choice {
    const waiting = lineUp.waiting();
    const { doubt } = memory;
    // A doubted batch is the first that waits or on its way, as long as there is a doubt.
    if (doubt !== null && waiting.first?.id !== doubt.batchId && !waiting.isMoving(doubt.batchId)) {
      memory = { ...memory, doubt: null };
    }
    const line = lines.read(connectionId, now());
    return choose(waiting, parallel, { memory, line }, now());
  }

  /** Inside a transaction: what has become of a try holds for the whole connection. */
  function keepLine(change: (line: Line) => Line) {
    const before = lines.read(connectionId, now());
    const line = change(before);
    if (line !== before) lines.write(connectionId, line);
    return { nextTry: line.nextAt, isTrouble: line.failures > before.failures };
  }

  /** Inside a transaction: marks the next batch as being sent, if the lease still is ours. */
  function claim(connection: ResolvedConnection): Claimed | null {
    const choice = nextChoice(connection);
    if (choice.kind !== "send" || context.stopping.aborted || !lease.isHeld()) return null;
    if (sleep.isAsleep()) return null;
    const { id, attempts } = choice.candidate;
    const turn = passedOver.look(choice.candidate, connection);
    if (turn !== "goes") return turn === "passed" ? claim(connection) : null;
    const applied = apply(id, { kind: "claim", holder: lease.holder });
    if (applied.kind !== "moved") return null;
    context.keepHead(id, connection);
    const moving = outbox.onTheirWay(connectionId);
    const onTheirWay = moving.filter((each) => each.connectionId === connectionId).length;
    return {
      ...{ id, importId: applied.importId, attempt: attempts + 1 },
      ...{ onTheirWay, troubles: memory.troubles },
    };
  }

  /** Writes down how an attempt ended and claims the next batch in the same transaction. */
  function finish(done: Claimed, end: Attempt, next: ResolvedConnection | null) {
    const { result, kept, ms } = end;
    return transaction((): Claimed | null => {
      if (divided(done, end)) return next === null ? null : claim(next);
      const isLate = done.troubles !== memory.troubles;
      const after = isLate ? afterLateAttempt : afterAttempt;
      const { nextTry, isTrouble } = keepLine((line) => after(line, result, now(), random));
      const { holder } = lease;
      const applied = apply(done.id, {
        ...{ kind: "result", holder, attempt: done.attempt, result, nextTry },
      });
      if (applied.kind === "moved" && kept !== null) store.keepOutcome(done.id, kept);
      const { state, unclear } = applied;
      memory = remember(memory, {
        ...{ batchId: done.id, result, state, unclear },
        ...{ isLate, isTrouble, parallel: next?.settings.parallel ?? 1 },
        flight: { ms, onTheirWay: done.onTheirWay },
      });
      if (state === "uncertain" && shouldPauseImport(memory)) {
        context.holds.pause({ importId: done.importId }, now());
        store.note(done.id, state, { cause: "import-paused", detail: null }, now());
      }
      return next === null ? null : claim(next);
    });
  }

  /** An outcome is worth waiting for: as long as this process lives it is tried again. */
  async function finishSurely(done: Claimed, end: Attempt, next: ResolvedConnection | null) {
    for (;;) {
      const before = memory;
      try {
        return finish(done, end, next);
      } catch (error) {
        memory = before;
        const { code, detail } = toAppError(error);
        context.onTrouble(code, detail ?? "outcome not written");
        if (context.abandon.aborted) return null;
        await pause(WRITE_RETRY_MS);
      }
    }
  }

  async function resolveQuietly(): Promise<ResolvedConnection | null> {
    try {
      return await context.resolve(connectionId);
    } catch (error) {
      // The pump resolves again and tells.
      return error instanceof Error ? null : Promise.reject(error);
    }
  }

  async function work(first: Claimed, connection: ResolvedConnection): Promise<void> {
    let current: Claimed | null = first;
    let used = connection;
    while (current !== null) {
      // Everything that can wait is done while the request is on its way.
      const flight = attempt(context, current.id, used);
      await nextTurn();
      context.changes.tell(current.importId);
      prepareNext(context, connectionId, { connection: used, onTheirWay: running.size });
      const end = await flight;
      const next = await resolveQuietly();
      const done: Claimed = current;
      current = await finishSurely(done, withKeyOfNow(end, used, next), next);
      if (current?.importId !== done.importId) context.changes.tell(done.importId);
      passedOver.tell();
      used = next ?? used;
    }
  }

  function launch(claimed: Claimed, connection: ResolvedConnection): void {
    const flight = work(claimed, connection)
      .catch((error: unknown) => {
        const { code, detail } = toAppError(error);
        context.onTrouble(code, detail ?? "");
      })
      .finally(() => {
        running.delete(flight);
        pump();
      });
    running.add(flight);
  }

  /** @returns whether the question was answered, so that something may begin now */
  async function ask(candidate: Candidate, connection: ResolvedConnection): Promise<boolean> {
    const signal = context.stopping;
    const silence = await probeConnection(context.transport, connection, { signal, now });
    if (signal.aborted) return false;
    if (silence === null) memory = { ...memory, suspect: false };
    else postpone(candidate, silence);
    return silence === null;
  }

  function postpone(
    { id, importId }: Candidate,
    { reason, trouble }: { readonly reason: Reason; readonly trouble: Trouble },
  ): void {
    transaction(() => {
      if (!lease.isHeld()) return;
      const { nextTry } = keepLine((line) => afterTrouble(line, trouble, now(), random));
      apply(id, { kind: "postpone", reason, nextTry });
    });
    context.changes.tell(importId);
  }

  function setAside({ id, importId }: Candidate): void {
    transaction(() => lease.isHeld() && apply(id, { kind: "give-up" }));
    memory = { ...memory, doubt: null };
    context.changes.tell(importId);
  }

  /** A connection that cannot be used at all: its first batch says why. */
  function unusable(error: unknown): void {
    const known = toAppError(error);
    const front = outbox.front(connectionId, 1)[0];
    if (front === undefined || front.state === "sending") return;
    const reason = reasonOf("reason-connection-unusable", { detail: known.code });
    postpone(front, { reason, trouble: { cause: "server", retryAfterMs: null } });
    context.onTrouble(known.code, "connection not usable");
  }

  async function begin(): Promise<void> {
    if (sleep.isAsleep()) return;
    if (outbox.front(connectionId, 1).length === 0 || choiceOf(1).kind === "wait") return;
    let connection: ResolvedConnection;
    try {
      connection = await context.resolve(connectionId);
    } catch (error) {
      unusable(error);
      return;
    }
    let choice = nextChoice(connection);
    while (choice.kind !== "none" && choice.kind !== "wait") {
      if (context.stopping.aborted) return;
      if (choice.kind === "ask") {
        if (!(await ask(choice.candidate, connection))) return;
      } else if (choice.kind === "set-aside") {
        setAside(choice.candidate);
      } else {
        const claimed = transaction(() => claim(connection));
        passedOver.tell();
        if (claimed === null) return;
        launch(claimed, connection);
      }
      choice = nextChoice(connection);
    }
    holdBack(lineUp.heldBack());
  }

  function pump(): void {
    if (context.stopping.aborted) return;
    pumpAgain = pumping;
    if (pumping) return;
    pumping = true;
    const beginning = begin()
      .catch((error: unknown) => {
        const { code, detail } = toAppError(error);
        context.onTrouble(code, detail ?? "");
      })
      .finally(() => {
        pumping = false;
        running.delete(beginning);
        if (pumpAgain) pump();
      });
    running.add(beginning);
  }

  return {
    pump,
    isBusy: () => running.size > 0,
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
