import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { AppError } from "../../common/errors.ts";
import { printable } from "../../common/printable.ts";
import { t } from "../../common/text.ts";
import type { CliContext } from "../command.ts";
import { type ExitStatus, exitOf } from "../outcome/exit.ts";
import { importOutcome } from "../outcome/import-outcome.ts";
import { type Outcome, outcomeLines } from "../outcome/outcome.ts";
import { sendImport } from "../sending/send-import.ts";
import type { CliServices } from "../services.ts";
import { type Place, putAway, REPORT, writeReport } from "./put-away.ts";
import { isDone } from "./take-list.ts";

/** A list that was put away while batches of its import waited. */
export interface WaitingList {
  readonly importId: number;
  /** Where it lies, its report beside it. */
  readonly path: string;
  /** The list's name when it was taken. */
  readonly file: string;
}

/** What an import has come to since. */
export interface Arrived {
  readonly list: WaitingList;
  readonly outcome: Outcome;
  readonly status: ExitStatus;
  /** Where the list lies now. */
  readonly path: string;
}

const waitingReport = z.looseObject({
  file: z.string(),
  import: z.int().positive(),
  batches: z.looseObject({ queued: z.int().min(1) }),
});

/** Lists of an earlier start of which something waited when their reports were written. */
export function waitingLists(watched: string): readonly WaitingList[] {
  return PLACES.flatMap((place) => waitingIn(join(watched, place)));
}

/** What waits for a person to correct the credentials lies in `failed`. */
const PLACES = ["done", "failed"] as const satisfies readonly Place[];

function waitingIn(folder: string): readonly WaitingList[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(REPORT.json))
    .flatMap((name) => {
      const report = readReport(join(folder, name));
      if (report === null) return [];
      const path = join(folder, name.slice(0, -REPORT.json.length));
      return [{ importId: report.import, path, file: report.file }];
    });
}

function readReport(path: string): z.infer<typeof waitingReport> | null {
  try {
    return waitingReport.safeParse(JSON.parse(readFileSync(path, "utf8"))).data ?? null;
  } catch {
    // Half written by a program that was killed, or not ours.
    return null;
  }
}

/**
 * Sends what waits of these imports, and writes the reports anew of those of which nothing waits
 * any more, whoever has sent it.
 * @returns those; what still waits is left out
 */
export async function finishWaiting(
  context: CliContext,
  services: CliServices,
  lists: readonly WaitingList[],
  isQueueOnly: boolean,
): Promise<readonly Arrived[]> {
  const arrived: Arrived[] = [];
  for (const list of lists) {
    const { importId, file } = list;
    const isOpen = () => services.history.summary(importId).counts.open > 0;
    // An import of another data folder may have the same number.
    if (!isKnown(services, importId, file)) continue;
    if (!isQueueOnly && isOpen()) await sendImport(context, services, importId);
    if (!isOpen()) arrived.push(reportAnew(services, list));
  }
  return arrived;
}

function isKnown({ history }: CliServices, importId: number, file: string): boolean {
  try {
    return history.summary(importId).fileName === file;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return false;
    throw error;
  }
}

/** What the list's problems were stands in its report and is kept; what became of it is new. */
function reportAnew(services: CliServices, list: WaitingList): Arrived {
  const { importId, file } = list;
  const before = JSON.parse(readFileSync(list.path + REPORT.json, "utf8")) as Outcome;
  const { problems, findings = [] } = before;
  const { checked } = services.history.get(importId);
  const now = importOutcome(services, importId, checked, { problems, findings });
  const outcome = { ...now, rows: before.rows };
  const status = exitOf(outcome.state);
  const again = t("cli:watch.later", { file });
  const lines = [...outcomeLines(outcome, file), again].map(printable);
  const path = inPlace(list.path, isDone(status) ? "done" : "failed", (at) =>
    writeReport(at, lines, { ...before, ...outcome, status }),
  );
  if (path !== list.path) {
    for (const ending of Object.values(REPORT)) rmSync(list.path + ending, { force: true });
  }
  return { list, outcome, status, path };
}

/** Somebody may have taken the list away meanwhile: its report then stays where it is. */
function inPlace(path: string, place: Place, report: (path: string) => void): string {
  const folder = join(dirname(dirname(path)), place);
  if (dirname(path) !== folder && existsSync(path)) {
    return putAway(path, folder, basename(path), report);
  }
  report(path);
  return path;
}
