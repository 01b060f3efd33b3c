import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import type {
  CheckState,
  Connection,
  Draft,
  DraftSummary,
  Notice,
} from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { isIdempotent } from "../../pipeline/batches/idempotent.ts";
import { createListContents } from "../../pipeline/mapping/contents/list-contents.ts";
import { maskReading } from "../../pipeline/mapping/contents/secret-columns.ts";
import { unusedMeanings } from "../../pipeline/mapping/contents/unused-meanings.ts";
import { isBlank } from "../../pipeline/sources/data-rows.ts";
import { asFinding, mergeFindings } from "../../pipeline/sources/finding.ts";
import { withCustomerSamples } from "../../pipeline/sources/shape/customer-samples.ts";
import { createRowJudge, NO_CUSTOMERS } from "../../pipeline/sources/shape/row-judge.ts";
import type { SourceNotice } from "../../pipeline/sources/source.ts";
import { estimateBatches } from "../../pipeline/staging/batch-estimate.ts";
import { isListFinding } from "../../pipeline/staging/earlier/sending-notices.ts";
import { readEarlier } from "../../pipeline/staging/earlier/tell-earlier.ts";
import { checkSignature, sourceSignature } from "../../pipeline/staging/signature.ts";
import { notice } from "../../pipeline/validation/messages.ts";
import { checkSetup, emptiedFields } from "../../pipeline/validation/setup.ts";
import { knownCustomFields } from "../../records/connections/custom-fields.ts";
import { serverOf } from "../../records/connections/server.ts";
import type { StoredDraft } from "../../records/drafts/draft-store.ts";
import type { ReadingChoice } from "../../records/drafts/staging-types.ts";
import { type Staging, stagingOfDraft } from "../../records/drafts/stagings.ts";
import { compareFile } from "../../records/files/file-stamp.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { datesStayOpen, likelyDateFormats } from "./dates-stay-open.ts";
import { openAmounts } from "./open-amounts.ts";
import type { Review } from "./review/review.ts";
import { trialView } from "./sending/trial.ts";

/** How a draft's list is read: what was found, but for what the user chose. */
export function choiceOf(draft: StoredDraft): ReadingChoice {
  const { sheet, headerRow } = draft.reading;
  return { ...draft.choice, sheet, headerRow };
}

/** The draft's staging, where it is of the list, the mapping and the options as they are now. */
export function currentStaging(db: Database, vault: Vault, draft: StoredDraft): Staging | null {
  const staging = stagingOfDraft(db, draft.id);
  if (staging === null) return null;
  const { path, stamp } = draft;
  const source = sourceSignature(vault, { path, stamp, choice: choiceOf(draft) });
  const signature = checkSignature(db, vault, source, draft);
  return staging.signature === signature ? staging : null;
}

/** A finished check as the window sees it. */
export function doneState(
  db: Database,
  staging: Staging,
  review: Review,
  connection: Connection | undefined,
): CheckState {
  const counts = review.counts(staging.id);
  const limits = connection?.settings ?? DEFAULT_CONNECTION_SETTINGS;
  const batches = estimateBatches(counts, staging, limits);
  const earlier = readEarlier(db, staging.id, connection && serverOf(connection));
  return {
    kind: "done",
    counts,
    batches,
    notices: [...staging.notices, ...(earlier?.notices ?? [])],
  };
}

export async function draftSummary(draft: StoredDraft): Promise<DraftSummary> {
  return {
    id: draft.id,
    fileName: draft.fileName,
    step: draft.step,
    updatedAt: draft.updatedAt,
    fileState: draft.restores === null ? await compareFile(draft.path, draft.stamp) : "same",
  };
}

/** A draft with everything that follows from it. */
export async function draftView(
  db: Database,
  draft: StoredDraft,
  check: CheckState,
  connection: Connection | undefined,
): Promise<Draft> {
  const summary = await draftSummary(draft);
  const { reading, mapping, remembered } = draft;
  const options =
    connection === undefined ? { ...draft.options, connectionId: null } : draft.options;
  const shown = maskReading(withCustomerSamples(reading, draft.choice.keepRows), mapping);
  const masked = { ...draft, reading: { ...reading, notices: shown.notices } };
  const custom = knownCustomFields(db, connection).map(({ field }) => field);
  return {
    ...summary,
    reading: shown,
    findings: findingsOf(masked, check),
    mapping,
    options,
    missing: missing(draft, options, summary.fileState, check),
    restores: draft.restores,
    dateFormats: likelyDateFormats(reading, mapping),
    remembered,
    trial: trialView(db, draft, check.kind === "done" ? check.counts.toSend : null),
    emptied: options.duplicates === "yes" ? emptiedFields(mapping, custom) : [],
    idempotent: isIdempotent(mapping, options),
    check,
  };
}

/**
 * The findings of a check, which speak of all rows; until there is one, those of the first rows.
 */
function findingsOf(draft: StoredDraft, check: CheckState): Draft["findings"] {
  const { notices, sheet } = draft.reading;
  if (check.kind === "done") return mergeFindings(notices, check.notices.filter(isListFinding));
  return [...notices, ...firstContents(draft).map((each) => asFinding(each, sheet))];
}

/** What the first rows show together. */
function firstContents({ reading, mapping, choice }: StoredDraft): readonly SourceNotice[] {
  const contents = createListContents(
    reading.columns,
    mapping,
    choice,
    unusedMeanings(reading.columns, mapping),
  );
  const judge = createRowJudge(reading);
  for (const { row: number, cells, dates = [] } of reading.firstRows) {
    const marks = new Map(dates.map((index) => [index, "date"] as const));
    const row = { number, cells, marks };
    if (number <= reading.headerRow || isBlank(row)) continue;
    if (!NO_CUSTOMERS.has(judge(row) ?? "")) contents.add(row);
  }
  return contents.findings();
}

function missing(
  draft: StoredDraft,
  options: Draft["options"],
  fileState: DraftSummary["fileState"],
  check: CheckState,
): Draft["missing"] {
  const setup = checkSetup(draft.mapping, options, draft.reading.columns);
  const { blocks } = draft;
  const asksNow = !blocks.some(isError) && datesStayOpen(draft.reading, draft.mapping);
  const columns = setup.columns.filter((each) => asksNow || !isOpenDate(each));
  const amounts = blocks.some(isError) ? [] : openAmounts(draft.reading, draft.mapping);
  return {
    file: [
      ...setup.file,
      ...draft.reading.notices.filter(isError),
      ...fileNotices(draft, fileState, check),
    ],
    columns: [...columns, ...amounts, ...blocks],
    options: setup.options,
    review: [...setup.review, ...reviewNotices(check)],
  };
}

/**
 * Dates that the first rows leave open are proven by the whole column when it is read; only
 * where that fails too (then it stands in `blocks`), or cannot but fail, must the user choose.
 */
function isOpenDate(each: Notice): boolean {
  return each.code === "date-format-undecided";
}

function isError({ severity }: Notice): boolean {
  return severity === "error";
}

/** A list that was checked can be sent even when its file is gone, not when it has changed. */
function fileNotices(
  draft: StoredDraft,
  fileState: DraftSummary["fileState"],
  check: CheckState,
): readonly Notice[] {
  const params = { name: draft.fileName };
  if (fileState === "changed") return [notice("list-changed", "error", null, params)];
  if (fileState === "missing") {
    return [notice("list-missing", check.kind === "done" ? "warning" : "error", null, params)];
  }
  return [];
}

function reviewNotices(check: CheckState): readonly Notice[] {
  if (check.kind !== "done") return [notice("not-checked", "error")];
  return check.counts.toSend === 0 ? [notice("no-rows-to-send", "error")] : [];
}
