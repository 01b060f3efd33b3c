import { basename } from "node:path";
import type { Connection } from "../../../preload/types.ts";
import { toAppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
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
import { IMPORT_OPTIONS, type ImportWords, parseImport } from "../words/import-words.ts";
import { inOptions, printedFinding } from "../words/in-options.ts";
import { findProfile } from "../words/profile.ts";

export const command: Command = {
  usage: ["import FILE --profile NAME [options]"],
  options: IMPORT_OPTIONS,
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
    if (areDatesChanged) context.io.err(t("cli:outcome.dates-changed"));
    else if (stopped) context.io.err(t("cli:outcome.stopped", { count: counts.invalid }));
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
      : [
          t("cli:outcome.not-imported", {
            columns: unused.map((column) => column.header).join(", "),
          }),
        ]),
  ];
}

/** What the list's shape shows. */
function findingsOf({ reading, result }: Pick<StagedImport, "reading" | "result">) {
  return mergeFindings(reading.notices, result.notices.filter(isListFinding)).map(inOptions);
}

/** Proven by the list itself: nobody is there to press the button that puts them right. */
const CHANGED_DATES: ReadonlySet<string> = new Set(["dates-swapped", "dates-in-utc"]);

async function sendImport(
  context: CliContext,
  services: CliServices,
  importId: number,
): Promise<void> {
  const { history } = services;
  const progress = createProgress(context.io);
  const show = () => {
    const { counts } = history.summary(importId);
    progress.update(t("cli:progress.sending"), counts.batches - counts.open, counts.batches);
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
