import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { toAppError } from "../../../common/errors.ts";
import type { ResolvedConnection } from "../../../records/connections/resolved.ts";
import type { Candidate } from "../../../records/imports/queue/outbox.ts";
import { afterAttempt, afterLateAttempt } from "../line/after-attempt.ts";
import { type Attempt, attempt, withKeyOfNow } from "./attempt.ts";
import { type Choice, choose, FRESH_MEMORY, type SenderMemory } from "./choose.ts";
import { createConnectionWrites } from "./connection-writes.ts";
import { createDivider } from "./outcome/divide-batch.ts";
import { createTogether } from "./outcome/together.ts";
import { createNextPreparer } from "./prepare-next.ts";
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

interface Ended {
  readonly done: Claimed;
  readonly used: ResolvedConnection;
  readonly end: Attempt;
}

export function createConnectionSender(
  context: SenderContext,
  connectionId: number,
): ConnectionSender {
  const { store, outbox, lines, lease, sleep, now, random } = context;
  const writes = createConnectionWrites(context, connectionId);
  const { apply, transaction, keepLine } = writes;
  const lineUp = createLineUp(outbox, context.customers, connectionId);
  const holdBack = createHoldBack(context, connectionId);
  const running = new Set<Promise<void>>();
  let memory: SenderMemory = FRESH_MEMORY;
  const passedOver = createPassedOver(context);
  const divider = createDivider(context);
  let pumping = false;
  let pumpAgain = false;

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

  /** Inside a transaction: marks the next batch as being sent, if the lease still is ours. */
  function claim(connection: ResolvedConnection): Claimed | null {
    const choice = nextChoice(connection);
    if (choice.kind !== "send" || context.stopping.aborted || !lease.isHeld()) return null;
    if (sleep.isAsleep()) return null;
    const { id, attempts } = choice.candidate;
    const turn = passedOver.look(choice.candidate, connection);
    if (turn !== "goes") return turn === "passed" ? claim(connection) : null;
    divider.fit(id, connection);
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

  /** Inside a transaction: as many as may go now. */
  function claimAll(connection: ResolvedConnection | null): readonly Claimed[] {
    const claimed: Claimed[] = [];
    if (connection === null) return claimed;
    const most = Math.min(connection.settings.parallel ?? 1, memory.flights.allowed);
    let onTheirWay = 0;
    for (let next = claim(connection); next !== null; next = claim(connection)) {
      claimed.push(next);
      onTheirWay = next.onTheirWay;
      if (onTheirWay >= most) break;
    }
    // They begin together.
    return claimed.map((each) => ({ ...each, onTheirWay }));
  }

  /** Inside a transaction: writes down how an attempt ended. */
  function writeEnd({ done, end, used }: Ended, parallel: number): void {
    const { result, kept, ms } = end;
    if (divider.after(done, end, used)) return;
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
      ...{ batchId: done.id, result, state, unclear, isLate, isTrouble, parallel },
      flight: { ms, onTheirWay: done.onTheirWay },
    });
    if (state === "uncertain" && shouldPauseImport(memory)) {
      context.holds.pause({ importId: done.importId }, now());
      store.note(done.id, state, { cause: "import-paused", detail: null }, now());
    }
  }

  /** Writes down how attempts ended and claims what goes next, in one transaction. */
  function finish(ended: readonly Ended[], next: ResolvedConnection | null): readonly Claimed[] {
    const before = memory;
    try {
      return transaction(() => {
        for (const { done, end, used } of ended) {
          const judged = { done, used, end: withKeyOfNow(end, used, next) };
          writeEnd(judged, next?.settings.parallel ?? 1);
        }
        return claimAll(next);
      });
    } catch (error) {
      memory = before;
      throw error;
    }
  }

  /** An outcome is worth waiting for: as long as this process lives it is tried again. */
  async function finishSurely(ended: readonly Ended[], next: ResolvedConnection | null) {
    for (;;) {
      let claimed: readonly Claimed[];
      try {
        claimed = finish(ended, next);
      } catch (error) {
        // What hinders one of them must not hinder the others.
        if (ended.length > 1) {
          await Promise.all(ended.map((each) => finishSurely([each], next)));
          return;
        }
        const { code, detail } = toAppError(error);
        context.onTrouble(code, detail ?? "outcome not written");
        if (context.abandon.aborted) return;
        await pause(WRITE_RETRY_MS);
        continue;
      }
      goOn(ended, claimed, next);
      return;
    }
  }

  /** After the transaction. */
  function goOn(
    ended: readonly Ended[],
    claimed: readonly Claimed[],
    connection: ResolvedConnection | null,
  ): void {
    if (connection !== null) for (const each of claimed) launch(each, connection);
    const told = new Set(claimed.map(({ importId }) => importId));
    for (const { done } of ended) if (!told.has(done.importId)) context.changes.tell(done.importId);
    passedOver.tell();
    if (claimed.length < ended.length) pump();
  }

  const endings = createTogether<Ended>(async (take) => {
    const next = await resolveQuietly();
    await finishSurely(take(), next);
  });

  async function resolveQuietly(): Promise<ResolvedConnection | null> {
    try {
      return await context.resolve(connectionId);
    } catch (error) {
      // The pump resolves again and tells.
      return error instanceof Error ? null : Promise.reject(error);
    }
  }

  const prepareSoon = createNextPreparer(context, connectionId, {
    ...{ divider, transaction, isEnding: endings.isPending },
  });

  /** Everything that can wait is done while requests are on their way. */
  async function work(done: Claimed, used: ResolvedConnection): Promise<void> {
    const flight = attempt(context, done.id, used, () => prepareSoon(used, () => running.size));
    await nextTurn();
    context.changes.tell(done.importId);
    await endings.add({ done, used, end: await flight });
  }

  function launch(claimed: Claimed, connection: ResolvedConnection): void {
    const flight = work(claimed, connection)
      .catch((error: unknown) => {
        const { code, detail } = toAppError(error);
        context.onTrouble(code, detail ?? "");
        pump();
      })
      .finally(() => running.delete(flight));
    running.add(flight);
  }

  /** @returns whether the question was answered, so that something may begin now */
  async function ask(candidate: Candidate, connection: ResolvedConnection): Promise<boolean> {
    const signal = context.stopping;
    const silence = await probeConnection(context.transport, connection, { signal, now });
    if (signal.aborted) return false;
    if (silence === null) memory = { ...memory, suspect: false };
    else writes.postpone(candidate, silence);
    return silence === null;
  }

  function setAside({ id, importId }: Candidate): void {
    transaction(() => lease.isHeld() && apply(id, { kind: "give-up" }));
    memory = { ...memory, doubt: null };
    context.changes.tell(importId);
  }

  async function begin(): Promise<void> {
    if (sleep.isAsleep()) return;
    if (outbox.front(connectionId, 1).length === 0 || choiceOf(1).kind === "wait") return;
    let connection: ResolvedConnection;
    try {
      connection = await context.resolve(connectionId);
    } catch (error) {
      writes.unusable(error);
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
        const claimed = transaction(() => claimAll(connection));
        passedOver.tell();
        if (claimed.length === 0) return;
        for (const each of claimed) launch(each, connection);
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
