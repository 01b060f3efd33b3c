import { parentPort } from "node:worker_threads";
import { toAppError } from "../common/errors.ts";
import { MergedValues } from "../pipeline/sources/merged-values.ts";
import { openSource } from "../pipeline/sources/open.ts";
import { lookWordless } from "../pipeline/sources/read-first.ts";
import type { ListSource, RowsOptions, SourceNotice } from "../pipeline/sources/source.ts";
import type { ChunkRecipe } from "../pipeline/staging/thread/checked-chunk.ts";
import { memoryOf } from "../pipeline/staging/thread/chunk-memory.ts";
import type { FromThread, OpenList, ToThread } from "../pipeline/staging/thread/messages.ts";
import { packRows } from "../pipeline/staging/thread/packed-rows.ts";
import type { ReadingChoice } from "../records/drafts/staging-types.ts";

/** Chunks sent and not yet taken: memory holds these and no more. */
const IN_FLIGHT = 16;

/** Half of all the code, for which nobody waits who only wants a look. */
const loadChecks = () => import("../pipeline/staging/thread/checked-list.ts");

/**
 * Entry of the thread that reads a list's sheet, and maps and checks each row by itself, while the
 * thread that started it compares and seals the rows before. Answers one "open" and one "rows" or
 * "checks".
 */
function serve(port: NonNullable<typeof parentPort>): void {
  const say = (message: FromThread, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  let source: Promise<ListSource> = Promise.reject(new Error("not open"));
  // The error is told when rows are asked for.
  source.catch(() => undefined);
  let inFlight = 0;
  let wake: () => void = () => undefined;

  /** What somebody waits for goes first, then what all rows need. */
  async function begin(
    opening: Promise<ListSource>,
    choice: Partial<ReadingChoice> | undefined,
  ): Promise<void> {
    if (choice !== undefined) await sendLook(opening, choice);
    const list = await opening.catch(() => null);
    const preparing = list?.prepare?.();
    // What fails is told when rows are asked for.
    preparing?.catch(() => undefined);
    await loadChecks();
    // All modules that the file needs are loaded by now: it may be ended from here on.
    say({ kind: "ready", list: list === null ? null : openList(list) });
  }

  async function sendLook(
    opening: Promise<ListSource>,
    choice: Partial<ReadingChoice>,
  ): Promise<void> {
    try {
      say({ kind: "looked", reading: await lookWordless(await opening, choice) });
    } catch (error) {
      say({ kind: "not-looked", error: toAppError(error).toData() });
    }
  }

  async function sendRows(sheet: string, how: RowsOptions): Promise<void> {
    const list = await source;
    for await (const rows of list.rows(sheet, how)) {
      const packed = packRows(rows);
      await send({ kind: "rows", ...packed }, [packed.numbers.buffer]);
    }
    await end(list, list.notices(sheet));
  }

  async function sendChecks(sheet: string, recipe: ChunkRecipe, exact: boolean): Promise<void> {
    const list = await source;
    const { checkedChunks } = await loadChecks();
    const chunks = checkedChunks(list, sheet, recipe, exact);
    let next = await chunks.next();
    for (; next.done !== true; next = await chunks.next()) {
      await send({ kind: "checks", ...next.value }, memoryOf(next.value));
    }
    await end(list, next.value);
  }

  /** Waits where enough is on its way. */
  async function send(message: FromThread, transfer: ArrayBuffer[]): Promise<void> {
    inFlight += 1;
    say(message, transfer);
    if (inFlight < IN_FLIGHT) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }

  async function end(list: ListSource, notices: readonly SourceNotice[]): Promise<void> {
    await list.close();
    say({ kind: "end", notices });
  }

  function fail(error: unknown): void {
    if (error instanceof MergedValues) say({ kind: "merged-values" });
    else say({ kind: "failed", error: toAppError(error).toData() });
  }

  port.on("message", (message: ToThread) => {
    switch (message.kind) {
      case "open":
        source = openSource(message.file.path, message.file);
        // What fails in it ends the thread.
        void begin(source, message.look);
        break;
      case "rows":
        sendRows(message.sheet, message).catch(fail);
        break;
      case "checks":
        sendChecks(message.sheet, message.recipe, message.exact).catch(fail);
        break;
      case "next":
        inFlight -= message.taken;
        wake();
        break;
      case "leave":
        port.close();
        break;
    }
  });
}

function openList({
  format,
  encoding,
  delimiter,
  sheets,
  bytesARow,
  encrypted,
}: ListSource): OpenList {
  return {
    ...{ format, encoding, delimiter, sheets },
    ...(bytesARow === undefined ? {} : { bytesARow }),
    ...(encrypted === undefined ? {} : { encrypted }),
  };
}

if (parentPort !== null) serve(parentPort);
