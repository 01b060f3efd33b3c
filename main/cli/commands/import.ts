import { basename } from "node:path";
import type { Connection } from "../../../preload/types.ts";
import { toAppError } from "../../common/errors.ts";
import { mergeFindings } from "../../pipeline/sources/finding.ts";
import { isListFinding } from "../../pipeline/staging/earlier/sending-notices.ts";
import { purgeStagings } from "../../pipeline/staging/sweep.ts";
import { dropStaging } from "../../records/drafts/stagings.ts";
import type { CliContext, Command } from "../command.ts";
import { EXIT, type ExitStatus, exitOf, exitOfError } from "../outcome/exit.ts";
import { importOutcome, invalidOutcome, NO_ROWS } from "../outcome/import-outcome.ts";
import { type Outcome, outcomeLines } from "../outcome/outcome.ts";
import { tellReasons } from "../outcome/reasons.ts";
import { stagedProblems } from "../outcome/staged-problems.ts";
import { queueStaged, sentBefore } from "../sending/queue-staged.ts";
import { send } from "../sending/send.ts";
import { type StagedImport, stageImport } from "../sending/stage-import.ts";
import { type CliServices, withServices } from "../services.ts";
import { print } from "../terminal/print.ts";
import { createProgress } from "../terminal/progress.ts";
import { tellError } from "../terminal/tell-error.ts";
import { type ImportWords, parseImport } from "../words/import-words.ts";
import { inOptions, printedFinding } from "../words/in-options.ts";
import { findProfile } from "../words/profile.ts";

export const command: Command = {
  usage: ["import FILE --profile NAME [options]"],
  help: `Reads, maps, checks and sends a list over a connection. Options:
  --sheet NAME                     the sheet (default: the first that holds a list); "A / B": several
                                   as one list, "*": all whose headers are about the same
  --header-row N                   the row of the headers (default: found); 0: there are none,
                                   the columns are named Column A, Column B, ...
  --encoding NAME                  of a text file (default: found)
  --decode-back                    puts letters right that a wrong encoding has changed
  --map "HEADER=FIELD"             repeatable; without any, the proposal is used
  --date-format "FIELD=DD/MM/YYYY" how text dates are written
  --swap-dates                     puts day and month of dates right that a program has swapped
  --date-zone ZONE                 where times are midnights, such as Europe/Berlin
  --keep-dates                     sends dates as they stand that a program has changed
  --amount-format comma|point      the mark before the cents, where 1.250 may be a thousand
  --campaign ID                    repeatable, in order (default: the connection's)
  --duplicates update|yes|ignore   for customers that exist; yes needs --confirm-overwrite
  --generate-card-numbers DIGITS   for rows without a card number
  --no-undo                        keeps no undo state
  --batch-rows N                   rows of a request
  --output json|xml|jsonp          the form of the replies
  --skip-invalid                   sends the valid rows; otherwise one invalid row stops all
  --keep-rows                      sends rows that look like totals, notes or broken lines too
  --only-changed                   leaves out rows that the last import sent just so
  --queue-only                     queues and does not send
  --password-env VAR               the password of an encrypted .xlsx, from an environment variable;
  --password-stdin                 or from standard input`,
  async run(context, args) {
    const words = parseImport(args);
    try {
      return await withServices(context, (services) => importList(context, services, words));
    } catch (thrown) {
      const error = toAppError(thrown);
      if (exitOfError(error) !== EXIT.invalid) throw error;
      await tellError(error, context.io, context.json, invalidOutcome(NO_ROWS, []));
      return EXIT.invalid;
    }
  },
};

async function importList(
  context: CliContext,
  services: CliServices,
  words: ImportWords,
): Promise<ExitStatus> {
  const connection = findProfile(services.connections, words.profile);
  const { outcome, notes } = await runImport(context, services, words, connection);
  // The document has a fixed shape; what else is worth knowing is told beside it.
  if (context.json && outcome.state !== "invalid") for (const note of notes) context.io.err(note);
  await print(context, outcome, () => [...outcomeLines(outcome, basename(words.path)), ...notes]);
  return exitOfImport(outcome, words);
}

async function runImport(
  context: CliContext,
  services: CliServices,
  words: ImportWords,
  connection: Connection,
): Promise<{ readonly outcome: Outcome; readonly notes: readonly string[] }> {
  const { db } = services;
  const staged = await stageImport(context, services, words, connection);
  const { stagingId, counts } = staged.result;
  const problems = stagedProblems(db, services.vault, {
    ...staged.result,
    reading: staged.reading,
  });
  const notes = notesOf(staged);
  const findings = findingsOf(staged).map((each) => printedFinding(each, staged.reading.sheet));
  const areDatesChanged =
    words["keep-dates"] !== true && findings.some(({ code }) => CHANGED_DATES.has(code));
  const stopped = areDatesChanged || (counts.invalid > 0 && words["skip-invalid"] !== true);
  if (stopped || counts.toSend === 0) {
    dropStaging(db, stagingId);
    await purgeStagings(db);
    if (areDatesChanged) context.io.err(CHANGED_DATES_LINE);
    else if (stopped) context.io.err(stoppedLine(counts.invalid));
    const outcome = invalidOutcome(counts, problems, findings);
    // Nothing has changed since the last import: that is what was asked for, and done.
    const unchanged = words["only-changed"] === true && !stopped && counts.valid > 0;
    return { outcome: unchanged ? { ...outcome, state: "accepted" } : outcome, notes };
  }
  for (const { message } of sentBefore(services, stagingId, connection)) context.io.err(message);
  const queued = queueStaged(services, connection, { ...staged, path: words.path }, (line) =>
    context.io.err(line),
  );
  const { importId } = queued;
  await purgeStagings(db);
  if (words["queue-only"] !== true) await sendImport(context, services, importId);
  if (words["queue-only"] !== true) tellReasons(context.io, services, [importId]);
  const outcome = importOutcome(services, importId, queued.counts, { problems, findings });
  return { outcome, notes };
}

/** What the reading noticed, and the columns that go nowhere. */
function notesOf({ reading, result }: StagedImport): readonly string[] {
  const used = new Set(result.mapping.flatMap((entry) => entry.columns));
  const unused = reading.columns.filter((column) => !used.has(column.index));
  return [
    ...findingsOf({ reading, result }).map((each) => each.message),
    ...result.notices.filter((each) => !isListFinding(each)).map((each) => each.message),
    ...(unused.length === 0
      ? []
      : [`Not imported: ${unused.map((column) => column.header).join(", ")}`]),
  ];
}

/** What the list's shape shows. */
function findingsOf({ reading, result }: Pick<StagedImport, "reading" | "result">) {
  return mergeFindings(reading.notices, result.notices.filter(isListFinding)).map(inOptions);
}

/** Proven by the list itself: nobody is there to press the button that puts them right. */
const CHANGED_DATES: ReadonlySet<string> = new Set(["dates-swapped", "dates-in-utc"]);
const CHANGED_DATES_LINE =
  "Nothing was sent, because a program has changed dates of the list. Put them right with --swap-dates or --date-zone, or send them as they stand with --keep-dates.";

function stoppedLine(invalid: number): string {
  return `Nothing was sent, because ${invalid === 1 ? "a row is" : `${invalid} rows are`} not valid. Correct the list, or send the valid rows with --skip-invalid.`;
}

async function sendImport(
  context: CliContext,
  services: CliServices,
  importId: number,
): Promise<void> {
  const { history } = services;
  const progress = createProgress(context.io);
  const show = () => {
    const { counts } = history.summary(importId);
    progress.update("Sending batch", counts.batches - counts.open, counts.batches);
  };
  try {
    await send(context, services, {
      now: false,
      open: () => history.summary(importId).counts.open,
      onChange: show,
    });
  } finally {
    progress.end();
  }
}

function exitOfImport(outcome: Outcome, words: ImportWords): ExitStatus {
  const isQueued = words["queue-only"] === true && outcome.state === "queued";
  return isQueued ? EXIT.done : exitOf(outcome.state);
}
