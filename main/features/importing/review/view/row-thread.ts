import { setImmediate as nextTurn } from "node:timers/promises";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { AppError, fromErrorData } from "../../../../common/errors.ts";
import type { Entry } from "../../../../common/host/entries.ts";
import { type OwnThread, startOwnThread } from "../../../../common/host/own-thread.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import { CHUNK_ROWS, markOfRows, sealedChunks } from "../../../../records/drafts/chunks.ts";
import { sealedCorrections } from "../../../../records/drafts/corrected-values.ts";
import { getStaging } from "../../../../records/drafts/stagings.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import type {
  Blocks,
  FromRowThread,
  ReadyMessage,
  RowOrder,
  RowThreadData,
  ScanName,
  Scans,
  ScanTask,
  ToRowThread,
} from "./thread-messages.ts";

/** Blocks read in one turn of this process: less than a millisecond. */
const BLOCKS_AT_ONCE = 8;
/** Sent and not yet looked at: memory holds these and no more, and what is asked next waits for them. */
const IN_FLIGHT = 4;
/** A thread that nobody has asked this long ends. */
const IDLE_MS = 60_000;
/** Texts of a million rows, while they are ordered. */
const LIMITS = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 768 };

/** A list as it is looked at: its check, and how many rows it has. */
export interface ListOfRows {
  readonly stagingId: number;
  readonly rows: number;
}

export interface ScanHooks {
  readonly signal?: AbortSignal;
  /** Rows that were found, and that all rows before `upTo` have been looked at. */
  readonly onTaken?: (hits: RowOrder, upTo: number) => void;
  readonly onHead?: (rows: RowOrder) => void;
}

/**
 * Looks at all rows of checked lists in a thread, and opens them in another one: this process only
 * reads sealed blocks, a few in a turn, and is free for all other calls in between. It starts both.
 */
export interface RowThread {
  /** Starts the thread for a look that will come. */
  warm(): void;
  /** @throws AppError "worker-ended" | "cancelled" */
  scan<N extends ScanName>(
    list: ListOfRows,
    name: N,
    input: Scans[N]["input"],
    hooks?: ScanHooks,
  ): Promise<Scans[N]["result"]>;
  /** Lets go of what is kept of a list that is not looked at any more. */
  forget(stagingId: number): void;
  end(): Promise<void>;
}

interface Asked {
  hear(message: FromRowThread): void;
  fail(error: AppError): void;
}

interface Running {
  readonly rows: OwnThread;
  readonly blocks: OwnThread;
  readonly asked: Map<number, Asked>;
}

export function createRowThread(db: Database, vault: Vault): RowThread {
  let running: Running | null = null;
  let timer: NodeJS.Timeout | undefined;
  let lastSeq = 0;

  function start(): Running {
    const { port1, port2 } = new MessageChannel();
    const rows = threadOf("rows-thread", port1);
    const blocks = threadOf("blocks-thread", port2);
    const started: Running = { rows, blocks, asked: new Map() };
    const fail = (detail: string) => {
      if (running === started) running = null;
      const error = new AppError("worker-ended", { retry: true, detail });
      for (const asked of started.asked.values()) asked.fail(error);
      // Neither is of use without the other.
      void rows.end();
      void blocks.end();
    };
    rows.worker.on("message", (message: FromRowThread | ReadyMessage) => {
      if (message.kind !== "ready") started.asked.get(message.seq)?.hear(message);
    });
    for (const { worker } of [rows, blocks]) {
      worker.on("error", (error) => fail(`thread of rows: ${error.name}`));
      worker.on("exit", (status) => fail(`thread of rows: status ${status}`));
      worker.unref();
    }
    return started;
  }

  function threadOf(entry: Entry, port: MessagePort): OwnThread {
    const workerData: RowThreadData = { key: vault.exportKey(), port };
    const transferList = [port];
    return startOwnThread(entry, { workerData, transferList, resourceLimits: LIMITS });
  }

  function inUse(): Running {
    clearTimeout(timer);
    timer = setTimeout(() => void end(), IDLE_MS).unref();
    running ??= start();
    return running;
  }

  async function end(): Promise<void> {
    clearTimeout(timer);
    await Promise.all([running?.rows.end(), running?.blocks.end()]);
  }

  return {
    warm: () => void inUse(),
    forget(stagingId) {
      const message: ToRowThread = { kind: "forget", stagingId };
      running?.rows.worker.postMessage(message);
    },
    end,
    async scan(list, name, input, hooks = {}) {
      const { rows, asked } = inUse();
      const { worker } = rows;
      lastSeq += 1;
      const seq = lastSeq;
      const say = (message: ToRowThread): void => worker.postMessage(message);
      let taken = 0;
      let wake: () => void = () => undefined;
      let failure: AppError | null = null;
      const { promise, resolve, reject } = Promise.withResolvers<Scans[ScanName]["result"]>();
      const started = Promise.withResolvers<boolean>();
      // Told below, once no block is on its way any more.
      promise.catch(() => undefined);
      started.promise.catch(() => undefined);
      const fail = (error: AppError): void => {
        failure ??= error;
        reject(error);
        started.reject(error);
        wake();
      };
      const cancel = () => fail(new AppError("cancelled"));
      asked.set(seq, {
        fail,
        hear(message) {
          switch (message.kind) {
            case "started":
              started.resolve(message.needsRows);
              return;
            case "taken":
              taken += 1;
              hooks.onTaken?.(
                message.hits,
                Math.min(list.rows, taken * BLOCKS_AT_ONCE * CHUNK_ROWS),
              );
              wake();
              return;
            case "head":
              hooks.onHead?.(message.rows);
              return;
            case "result":
              resolve(message.value);
              return;
            case "failed":
              fail(fromErrorData(message.error));
          }
        },
      });
      hooks.signal?.addEventListener("abort", cancel, { once: true });
      worker.ref();
      try {
        const mark = markOfRows(db, list.stagingId);
        say({ kind: "start", seq, task: { name, ...input } as ScanTask, list: { ...list, mark } });
        const needsRows = await started.promise;
        let sent = 0;
        for (const blocks of blocksOf(db, list, needsRows)) {
          if (failure !== null) throw failure;
          say({ kind: "blocks", seq, blocks });
          sent += 1;
          if (sent - taken < IN_FLIGHT) continue;
          await new Promise<void>((done) => {
            wake = done;
          });
          // Node hears up to a thousand messages in one turn: other calls get theirs in between.
          await nextTurn();
        }
        say({ kind: "end", seq });
        // The answer to a question is of its kind.
        return (await promise) as Scans[typeof name]["result"];
      } finally {
        hooks.signal?.removeEventListener("abort", cancel);
        asked.delete(seq);
        if (failure !== null) say({ kind: "drop", seq });
        if (asked.size === 0) worker.unref();
      }
    },
  };
}

function* blocksOf(
  db: Database,
  { stagingId, rows }: ListOfRows,
  withRows: boolean,
): Generator<Blocks> {
  const { fields } = getStaging(db, stagingId);
  const chunks = sealedChunks(db);
  const corrections = sealedCorrections(db);
  for (let first = 0; first < rows; first += BLOCKS_AT_ONCE * CHUNK_ROWS) {
    const chunk = first / CHUNK_ROWS;
    const sealed = withRows ? chunks.all(stagingId, chunk, chunk + BLOCKS_AT_ONCE) : [];
    const until = first + BLOCKS_AT_ONCE * CHUNK_ROWS;
    const corrected = corrections
      .all(stagingId, first, until)
      .map(
        ({ row_index: index, field, sealed_value: value }) =>
          [index, fields.indexOf(field), value] as const,
      );
    if (withRows || corrected.length > 0) yield { first, sealed, corrected };
  }
}
