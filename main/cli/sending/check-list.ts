import type { Connection } from "../../../preload/types.ts";
import { t } from "../../common/text.ts";
import { mergeFindings } from "../../pipeline/sources/finding.ts";
import { isListFinding } from "../../pipeline/staging/earlier/sending-notices.ts";
import { purgeStagings } from "../../pipeline/staging/sweep.ts";
import { dropStaging } from "../../records/drafts/stagings.ts";
import type { CliContext } from "../command.ts";
import type { DataServices } from "../data-services.ts";
import { invalidOutcome } from "../outcome/import-outcome.ts";
import type { Outcome } from "../outcome/outcome.ts";
import { stagedProblems } from "../outcome/staged-problems.ts";
import { localTime } from "../terminal/print.ts";
import type { ImportWords } from "../words/import-words.ts";
import { inOptions, type PrintedFinding, printedFinding } from "../words/in-options.ts";
import { type StagedImport, stageImport } from "./stage-import.ts";

/** A list that was checked whole, and what is worth knowing of it. */
export interface CheckedList {
  readonly staged: StagedImport;
  readonly problems: Outcome["problems"];
  readonly findings: readonly PrintedFinding[];
  /** Lines for people. */
  readonly notes: readonly string[];
  /** The outcome where nothing is to be sent; nothing of the list is kept then. */
  readonly stopped: Outcome | null;
}

/** @param onRows as for stageImport @throws AppError as stageImport */
export async function checkList(
  context: CliContext,
  services: DataServices,
  words: ImportWords,
  connection: Connection,
  onRows?: () => void,
): Promise<CheckedList> {
  const { db, vault } = services;
  const staged = await stageImport(context, services, words, connection, onRows);
  const { result, reading } = staged;
  const { stagingId, counts } = result;
  const problems = stagedProblems(db, vault, { ...result, reading });
  const findings = findingsOf(staged).map((each) => printedFinding(each, reading.sheet));
  const checked = { staged, problems, findings, notes: notesOf(staged) };
  context.step(() =>
    t("cli:verbose.checked", {
      valid: counts.valid,
      invalid: counts.invalid,
      sent: counts.toSend,
    }),
  );
  const areDatesChanged =
    words["keep-dates"] !== true && findings.some(({ code }) => CHANGED_DATES.has(code));
  const isStopped = areDatesChanged || (counts.invalid > 0 && words["skip-invalid"] !== true);
  if (!isStopped && counts.toSend > 0) return { ...checked, stopped: null };
  dropStaging(db, stagingId);
  await purgeStagings(db);
  if (areDatesChanged) context.io.err(t("cli:outcome.dates-changed"));
  else if (isStopped) context.io.err(t("cli:outcome.stopped", { count: counts.invalid }));
  const outcome = invalidOutcome(counts, problems, findings);
  // Nothing has changed since the last import: that is what was asked for, and done.
  const unchanged = words["only-changed"] === true && !isStopped && counts.valid > 0;
  if (!isStopped && !unchanged) context.io.err(t("cli:outcome.nothing"));
  return { ...checked, stopped: unchanged ? { ...outcome, state: "accepted" } : outcome };
}

/** What the reading noticed, and the columns that go nowhere. */
function notesOf({ reading, result, remembered }: StagedImport): readonly string[] {
  const used = new Set(result.mapping.flatMap((entry) => entry.columns));
  const unused = reading.columns.filter((column) => !used.has(column.index));
  return [
    ...(remembered === null
      ? []
      : [
          t("cli:outcome.remembered", {
            name: remembered.name,
            at: localTime(remembered.usedAt),
          }),
        ]),
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
