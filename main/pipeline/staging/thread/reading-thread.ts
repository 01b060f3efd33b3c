import { setImmediate as nextTurn } from "node:timers/promises";
import { AppError, fromErrorData } from "../../../common/errors.ts";
import type { OwnThread } from "../../../common/host/own-thread.ts";
import type { ReadingChoice } from "../../../records/drafts/staging-types.ts";
import { MergedValues } from "../../sources/merged-values.ts";
import type { WordlessReading } from "../../sources/read-first.ts";
import type { RowsOptions, SourceNotice, SourceRow } from "../../sources/source.ts";
import { CheckedChunk, type ChunkRecipe } from "./checked-chunk.ts";
import type { FromThread, OpenList, ThreadFile, ToThread } from "./messages.ts";
import { unpackRows } from "./packed-rows.ts";
import { takeReader } from "./thread-ahead.ts";

/** Chunks taken before the thread is told: every word wakes it up. */
const TAKEN_AT_ONCE = 8;
/** Messages that keep coming leave the event loop no turn: a word to cancel would not be heard. */
const TURN_EVERY_MS = 50;

export interface ReadingThread {
  /** Whether it is there; false where none can be started. Settles in every case. */
  started(): Promise<boolean>;
  /** What is known of the list once it is open; null where it could not be opened. */
  list(): Promise<OpenList | null>;
  /**
   * The first look that it was started with.
   * @throws AppError as readFirst; "worker-ended"
   */
  looked(): Promise<WordlessReading>;
  /**
   * Once, this or `checks`: the rows of a sheet, then the notices.
   * @throws AppError as the source's own
   */
  rows(
    sheet: string,
    options?: Pick<RowsOptions, "headerRow">,
  ): AsyncGenerator<readonly SourceRow[], readonly SourceNotice[]>;
  /**
   * The same, mapped and checked by the thread.
   * @throws MergedValues where they were not `exact` and should have been
   */
  checks(
    sheet: string,
    recipe: ChunkRecipe,
    exact: boolean,
  ): AsyncGenerator<CheckedChunk, readonly SourceNotice[]>;
  /** Settles once it has ended, which is not before its modules are loaded. */
  end(): Promise<void>;
}

/**
 * Starts a thread that opens the file at once, and looks at it first where somebody says how. Until
 * something of it is wanted it holds up no end.
 * null where this process may start none.
 */
export function startThread(file: ThreadFile, look?: Partial<ReadingChoice>): ReadingThread | null {
  const own = takeReader();
  if (own === null) return null;
  return threadOf(own, { kind: "open", file, ...(look === undefined ? {} : { look }) });
}

function threadOf({ worker, end }: OwnThread, open: ToThread): ReadingThread {
  const say = (message: ToThread): void => worker.postMessage(message);
  const waiting: FromThread[] = [];
  let failure: AppError | null = null;
  let wake: () => void = () => undefined;
  const started = Promise.withResolvers<boolean>();
  const list = Promise.withResolvers<OpenList | null>();
  const looked = Promise.withResolvers<WordlessReading>();
  // It is told to who asks for it.
  looked.promise.catch(() => undefined);

  function fail(detail: string): void {
    failure ??= new AppError("worker-ended", { retry: true, detail });
    started.resolve(false);
    list.resolve(null);
    looked.reject(failure);
    wake();
  }
  worker.on("message", (message: FromThread) => {
    if (message.kind === "ready") {
      started.resolve(true);
      list.resolve(message.list);
    } else if (message.kind === "looked") looked.resolve(message.reading);
    else if (message.kind === "not-looked") looked.reject(fromErrorData(message.error));
    else waiting.push(message);
    wake();
  });
  worker.on("error", (error) => fail(`reading thread: ${error.name}`));
  worker.on("exit", (status) => fail(`reading thread: status ${status}`));
  say(open);

  let lastTurn = performance.now();
  async function next(): Promise<FromThread> {
    if (performance.now() - lastTurn >= TURN_EVERY_MS) {
      await nextTurn();
      lastTurn = performance.now();
    }
    for (;;) {
      const message = waiting.shift();
      if (message !== undefined) return message;
      if (failure !== null) throw failure;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  let taken = 0;
  function take(): void {
    taken += 1;
    if (taken < TAKEN_AT_ONCE) return;
    say({ kind: "next", taken });
    taken = 0;
  }

  /** Who waits for something holds up the end. */
  function held<T>(promise: Promise<T>): Promise<T> {
    worker.ref();
    return promise;
  }

  return {
    started: () => held(started.promise),
    list: () => held(list.promise),
    looked: () => held(looked.promise),
    end,
    async *rows(sheet, options = {}) {
      say({ kind: "rows", sheet, ...options });
      for (;;) {
        const message = await next();
        if (message.kind === "end") return message.notices;
        if (message.kind === "failed") throw fromErrorData(message.error);
        if (message.kind !== "rows") continue;
        take();
        yield unpackRows(message);
      }
    },
    async *checks(sheet, recipe, exact) {
      say({ kind: "checks", sheet, recipe, exact });
      for (;;) {
        const message = await next();
        if (message.kind === "end") return message.notices;
        if (message.kind === "failed") throw fromErrorData(message.error);
        if (message.kind === "merged-values") throw new MergedValues();
        if (message.kind !== "checks") continue;
        take();
        yield new CheckedChunk(message);
      }
    },
  };
}
