import { setTimeout as pause } from "node:timers/promises";
import { AppError, toAppError } from "../../common/errors.ts";
import { printable, printableJson } from "../../common/printable.ts";
import { t } from "../../common/text.ts";
import type { CliContext } from "../command.ts";
import { EXIT, type ExitStatus } from "../outcome/exit.ts";
import { outcomeLines } from "../outcome/outcome.ts";
import { sendImport } from "../sending/run-import.ts";
import { withServices } from "../services.ts";
import type { ImportWords } from "../words/import-words.ts";
import { findProfile } from "../words/profile.ts";
import { createRestWatch, listsIn, type SeenFile } from "./folder.ts";
import { putAway, writeReport } from "./put-away.ts";
import { isDone, type Taken, takeList } from "./take-list.ts";

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
  const state: State = { stuck: new Map(), open: new Set(), sentAt: 0, worst: EXIT.done };
  let seen = await listsIn(folder).catch((cause: unknown) => {
    throw new AppError("usage-watch-folder", { params: { path: folder }, cause });
  });
  context.note(t("cli:watch.begun", { folder }));
  let isLost = false;
  while (!signal.aborted) {
    for (const file of rest.atRest(seen, performance.now())) {
      if (!signal.aborted && !isStuck(state, file)) await takeOne(context, options, state, file);
    }
    const left = seen.filter((file) => !isStuck(state, file));
    if (once && left.length === 0) break;
    await sendOpen(context, options, state);
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
  return state.worst;
}

/** The program is to end, or somebody moved the list. */
const LATER: ReadonlySet<string> = new Set(["cancelled", "file-missing"]);

interface State {
  /** Lists that are done with and cannot be moved, by name, as they were then. */
  readonly stuck: Map<string, string>;
  /** Imports of which something waits. */
  readonly open: Set<number>;
  sentAt: number;
  worst: ExitStatus;
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
  const { outcome, status } = taken;
  if (outcome.import !== null && outcome.batches.queued > 0) state.open.add(outcome.import);
  if (status !== EXIT.done) state.worst = status;
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
    const moved = putAway(folder, file.name, place);
    writeReport(moved.path, lines, document);
    await tell(context, { ...document, path: moved.path }, () =>
      reasons.length > 0
        ? t("cli:watch.failed", {
            file: file.name,
            reason: reasons.join(" "),
            folder: moved.folder,
          })
        : t("cli:watch.done", {
            ...{ file: file.name, folder: moved.folder },
            state: t(`cli:states.${outcome.state}`),
          }),
    );
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "";
    state.stuck.set(file.name, `${file.size} ${file.modifiedAt}`);
    context.io.err(t("cli:watch.stuck", { file: file.name, folder: place, reason: `${reason}.` }));
  }
}

/** With --json a document a line: a watched folder has no end. */
async function tell(context: CliContext, document: object, line: () => string): Promise<void> {
  if (context.json) await context.io.out(`${printableJson(document)}\n`);
  else if (!context.quiet) await context.io.out(`${printable(line())}\n`);
}

/** What waited for the network goes out while no list comes. */
async function sendOpen(context: CliContext, { words }: WatchOptions, state: State): Promise<void> {
  const { open } = state;
  if (open.size === 0 || words["queue-only"] === true) return;
  if (performance.now() - state.sentAt < SEND_EVERY_MS) return;
  await withServices(context, async (services) => {
    for (const id of open) {
      await sendImport(context, services, id);
      if (services.history.summary(id).counts.open === 0) open.delete(id);
    }
  });
  state.sentAt = performance.now();
}
