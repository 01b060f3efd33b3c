import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { AppError, toAppError } from "../../common/errors.ts";
import { printable, printableJson } from "../../common/printable.ts";
import { t } from "../../common/text.ts";
import type { CliContext } from "../command.ts";
import { EXIT, type ExitStatus } from "../outcome/exit.ts";
import { outcomeLines } from "../outcome/outcome.ts";
import { withServices } from "../services.ts";
import type { ImportWords } from "../words/import-words.ts";
import { findNamed } from "../words/kept-mapping.ts";
import { chooseOptions } from "../words/options.ts";
import { findProfile } from "../words/profile.ts";
import { readPassword } from "../words/read-password.ts";
import { createRestWatch, listsIn, type SeenFile } from "./folder.ts";
import { putAway, writeReport } from "./put-away.ts";
import { isDone, type Taken, takeList } from "./take-list.ts";
import { finishWaiting, type WaitingList, waitingLists } from "./waiting.ts";

/** How often what waits for the network is tried again, where no list comes. */
const SEND_EVERY_MS = 30_000;

export interface WatchOptions {
  readonly folder: string;
  readonly words: ImportWords;
  readonly settleMs: number;
  readonly intervalMs: number;
  /** Ends when nothing that lies there now is left. */
  readonly once: boolean;
}

/**
 * Looks at a folder again and again, which works on network drives too, and imports each list that is
 * whole. Ends when the program is to end; the list on its way then stays where it lies, and is found
 * again by its contents.
 * @throws AppError usage-watch-folder where the folder cannot be read at the start
 */
export async function watchFolder(context: CliContext, options: WatchOptions): Promise<ExitStatus> {
  const { folder, settleMs, intervalMs, once } = options;
  const { signal } = context.io;
  const rest = createRestWatch(settleMs);
  const waiting = waitingLists(folder);
  const state: State = {
    ...{ stuck: new Map(), waiting, refused: EXIT.done },
    // What an earlier start left is tried at once.
    sentAt: Number.NEGATIVE_INFINITY,
  };
  let seen = await listsIn(folder).catch((cause: unknown) => {
    throw new AppError("usage-watch-folder", { params: { path: folder }, cause });
  });
  await requireJob(context, options.words);
  context.note(t("cli:watch.begun", { folder }));
  let isLost = false;
  while (!signal.aborted) {
    for (const file of rest.atRest(seen, performance.now())) {
      if (!signal.aborted && !isStuck(state, file)) await takeOne(context, options, state, file);
    }
    const left = seen.filter((file) => !isStuck(state, file));
    await sendWaiting(context, options, state);
    if (once && left.length === 0) break;
    await pause(intervalMs, undefined, { signal }).catch(() => undefined);
    try {
      seen = await listsIn(folder);
      isLost = false;
    } catch {
      // A network drive comes back; it is said once that it is away.
      if (!isLost)
        context.io.err(new AppError("usage-watch-folder", { params: { path: folder } }).message);
      isLost = true;
      seen = [];
    }
  }
  context.note(t("cli:watch.ended", { folder }));
  return statusOf(state);
}

/**
 * What of a job would stop every list, whatever it holds, is told before the first one comes.
 * @throws AppError usage-profile-unknown | usage-campaign-* | usage-mapping-* | usage-password-env | …
 */
async function requireJob(context: CliContext, words: ImportWords): Promise<void> {
  await withServices(context, async ({ db, connections }) => {
    const connection = findProfile(connections, words.profile);
    chooseOptions(words, connection);
    if (words.mapping !== undefined) await findNamed(db, words.mapping, connection.id);
  });
  await readPassword(context.io, words);
}

/** The program is to end, or somebody moved the list. */
const LATER: ReadonlySet<string> = new Set(["cancelled", "file-missing"]);

interface State {
  /** Lists that are done with and cannot be moved, by name, as they were then. */
  readonly stuck: Map<string, string>;
  waiting: readonly Waiting[];
  sentAt: number;
  /** Of the last list that was not accepted, and does not wait. */
  refused: ExitStatus;
}

/** `status` is that of this start, where it took the list. */
type Waiting = WaitingList & { readonly status?: ExitStatus };

function statusOf({ waiting, refused }: State): ExitStatus {
  if (refused !== EXIT.done) return refused;
  return waiting.some(({ status }) => status === EXIT.queued) ? EXIT.queued : EXIT.done;
}

function isStuck({ stuck }: State, { name, size, modifiedAt }: SeenFile): boolean {
  return stuck.get(name) === `${size} ${modifiedAt}`;
}

async function takeOne(
  context: CliContext,
  { folder, words }: WatchOptions,
  state: State,
  file: SeenFile,
): Promise<void> {
  context.note(t("cli:watch.taken", { file: file.name }));
  let taken: Taken;
  try {
    taken = await withServices(context, (services) =>
      takeList(context, services, words, findProfile(services.connections, words.profile), file),
    );
  } catch (thrown) {
    const error = toAppError(thrown);
    // It stays where it is, and is looked at again.
    if (LATER.has(error.code)) return;
    throw error;
  }
  if (!isDone(taken.status)) state.refused = taken.status;
  await moveAway(context, folder, state, { file, taken });
}

async function moveAway(
  context: CliContext,
  folder: string,
  state: State,
  { file, taken }: { readonly file: SeenFile; readonly taken: Taken },
): Promise<void> {
  const { outcome, status, error, before, notes } = taken;
  const place = isDone(status) ? "done" : "failed";
  const reasons = [
    ...(error === null ? [] : [error.message]),
    ...(before === null ? [] : [t("cli:watch.twice", { id: before })]),
  ];
  const lines = [...reasons, ...outcomeLines(outcome, file.name), ...notes].map(printable);
  const document = {
    ...{ file: file.name, status, importedBefore: before !== null, ...outcome },
    ...(error === null ? {} : { error: { code: error.code, message: error.message } }),
  };
  try {
    const moved = join(folder, place);
    // Another list under its name stays, and is taken when it is whole.
    if (hasChanged(file)) return;
    const path = putAway(file.path, moved, file.name, (at) => writeReport(at, lines, document));
    keepWaiting(state, { file: file.name, path, status, outcome });
    await tell(context, { ...document, path }, () =>
      reasons.length > 0
        ? t("cli:watch.failed", {
            file: file.name,
            reason: reasons.join(" "),
            folder: moved,
          })
        : t("cli:watch.done", {
            ...{ file: file.name, folder: moved },
            state: t(`cli:states.${outcome.state}`),
          }),
    );
  } catch (cause) {
    // Another program that watches the folder, or somebody, was faster.
    if (!existsSync(file.path)) return;
    const reason = cause instanceof Error ? cause.message : "";
    state.stuck.set(file.name, `${file.size} ${file.modifiedAt}`);
    context.io.err(t("cli:watch.stuck", { file: file.name, folder: place, reason: `${reason}.` }));
  }
}

function hasChanged({ path, size, modifiedAt }: SeenFile): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  return now?.size !== size || now.mtimeMs !== modifiedAt;
}

/** With --json a document a line: a watched folder has no end. */
async function tell(context: CliContext, document: object, line: () => string): Promise<void> {
  if (context.json) await context.io.out(`${printableJson(document)}\n`);
  else if (!context.quiet) await context.io.out(`${printable(line())}\n`);
}

function keepWaiting(
  state: State,
  { outcome, ...list }: Omit<WaitingList, "importId"> & Pick<Taken, "outcome" | "status">,
): void {
  const { import: importId, batches } = outcome;
  if (importId === null || batches.queued === 0) return;
  state.waiting = [...state.waiting, { ...list, importId }];
  // It has just been tried.
  state.sentAt = performance.now();
}

/** What waited for the network goes out while no list comes, and its reports are written anew. */
async function sendWaiting(
  context: CliContext,
  { words }: WatchOptions,
  state: State,
): Promise<void> {
  if (state.waiting.length === 0 || performance.now() - state.sentAt < SEND_EVERY_MS) return;
  const isQueueOnly = words["queue-only"] === true;
  const arrived = await withServices(context, (services) =>
    finishWaiting(context, services, state.waiting, isQueueOnly),
  );
  state.sentAt = performance.now();
  const over = new Set<WaitingList>(arrived.map(({ list }) => list));
  state.waiting = state.waiting.filter((list) => !over.has(list));
  for (const { list, outcome, status, path } of arrived) {
    if (!isDone(status)) state.refused = status;
    await tell(context, { file: list.file, status, ...outcome, path }, () =>
      t("cli:watch.done", {
        ...{ file: list.file, folder: dirname(path) },
        state: t(`cli:states.${outcome.state}`),
      }),
    );
  }
}
