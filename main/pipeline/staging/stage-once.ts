import { basename } from "node:path";
import { rowName } from "../../../preload/lists/list-row.ts";
import type { Mapping } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { RowProblem } from "../../common/rows.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { keepFewPages } from "../../common/sqlite/few-pages.ts";
import { beginUnsynced } from "../../common/sqlite/unsynced.ts";
import { takesAmountsOnly } from "../../records/connections/campaign-kinds.ts";
import { phoneCountryOf } from "../../records/connections/phone-country.ts";
import { customerHashKey } from "../../records/customers/keys.ts";
import type {
  StageHooks,
  StageRequest,
  StagingResult,
} from "../../records/drafts/staging-types.ts";
import { beginStaging, dropStaging, finishStaging } from "../../records/drafts/stagings.ts";
import { countStatus, LEFT_OUT, REPEATED, willBeSent } from "../../records/drafts/status.ts";
import { type FileStamp, requireSame } from "../../records/files/file-stamp.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { unusedMeanings } from "../mapping/contents/unused-meanings.ts";
import { asFinding, withoutExamples } from "../sources/finding.ts";
import { createRowTally, type RowTally } from "../sources/shape/row-tally.ts";
import { createChecker } from "../validation/check.ts";
import { loadPhonesFor } from "../validation/phones.ts";
import { createShareTally, type ShareTally } from "../validation/share-tally.ts";
import { hashSeeds } from "../validation/text-hash.ts";
import { estimateBatches } from "./batch-estimate.ts";
import { type CarriedWork, carriedWork } from "./carried-work.ts";
import { isOver } from "./corrected.ts";
import { createSentBefore, type SentBefore } from "./earlier/sent-before.ts";
import type { StagedProblem } from "./problem-rows.ts";
import { READ_SEQ, REPEAT_SEQ, RULE_SEQ, statusOf } from "./problem-rows.ts";
import { checkSignature, sourceSignature } from "./signature.ts";
import { createStagingWriter, type StagingWriter } from "./staging-writer.ts";
import { isNoCustomer } from "./thread/checked-rows.ts";
import type { CheckedSource } from "./thread/open-in-thread.ts";

export interface StageWork {
  readonly db: Database;
  readonly vault: Vault;
  readonly source: CheckedSource;
  /** The file as it was when it was opened. */
  readonly stamp: FileStamp;
  readonly request: StageRequest;
  readonly hooks: StageHooks;
  /** Whether merged cells are looked up before the rows are read, and not taken on trust. */
  readonly exact: boolean;
}

/** What a list leaves open until all its values have been looked at for themselves. */
export type Open = "dates" | "amounts";

/** One reading of the whole list; what is open as soon as a date or an amount needs a format. */
export async function stageOnce(work: StageWork, mapping: Mapping): Promise<StagingResult | Open> {
  const { db, vault, stamp, request } = work;
  const fields = mapping.map((each) => each.field);
  const source = sourceSignature(vault, { path: request.path, choice: request.choice, stamp });
  const signature = checkSignature(db, vault, source, { mapping, options: request.options });
  const stagingId = beginStaging(db, { fields, source, signature });
  let kept = false;
  const endUnsynced = beginUnsynced(db);
  const keepMorePages = keepFewPages(db);
  try {
    const phoneCountry = phoneCountryOf(db, request.options);
    await loadPhonesFor(mapping, phoneCountry);
    const carried = carriedWork(db, vault, request.draftId, source, mapping, phoneCountry);
    const writer = createStagingWriter(db, vault, stagingId);
    const sentBefore = createSentBefore(db, vault, request.options, fields);
    const tally = createRowTally();
    const shared = createShareTally(request.choice.sheet);
    const open = await writeRows(work, mapping, { carried, writer, sentBefore, tally, shared });
    if (open !== null) return open;
    const { status, ...sizes } = writer.end();
    const all = countStatus(status);
    // What is no customer is neither a valid row nor an invalid one.
    const counts = { ...all, valid: all.valid - tally.noCustomers };
    if (counts.total === 0) {
      throw new AppError("list-without-rows", { params: { sheet: request.choice.sheet } });
    }
    await requireSame(request.path, stamp, basename(request.path));
    const ofSource = work.source.notices(request.choice.sheet);
    const findings = [...ofSource, ...tally.findings(), ...shared.findings()].map((each) =>
      withoutExamples(asFinding(each, request.choice.sheet)),
    );
    const notices = [...findings, ...(sentBefore === null ? [] : [sentBefore.notice()])];
    const end = { draftId: request.draftId, ...sizes, notices };
    endUnsynced();
    finishStaging(db, stagingId, end, () => carried?.copyTo(stagingId));
    kept = true;
    const batches = estimateBatches(counts, sizes, request);
    return { stagingId, counts, batches, notices, mapping };
  } finally {
    endUnsynced();
    keepMorePages();
    if (!kept) dropStaging(db, stagingId);
  }
}

/** @returns what needs a format that nobody chose, or contradicts it */
async function writeRows(
  work: StageWork,
  mapping: Mapping,
  {
    carried,
    writer,
    sentBefore,
    tally,
    shared,
  }: {
    readonly carried: CarriedWork | null;
    readonly writer: StagingWriter;
    readonly sentBefore: SentBefore | null;
    readonly tally: RowTally;
    readonly shared: ShareTally;
  },
): Promise<Open | null> {
  const { source, request, hooks } = work;
  const { columns, options, choice } = request;
  const undecided = mapping.some(
    (each) => each.field === "custom_date" && each.columns.length > 0 && !each.dateFormat,
  );
  /** Formats that nobody chose for this list are asked about where a value contradicts them. */
  const unsure = mapping.some((each) => each.dateSource !== undefined);
  const openAmounts = mapping.some(
    (each) => each.field === "auto_add" && each.columns.length > 0 && !each.amountFormat,
  );
  const { rows: known = null } = source.sheets.find(({ name }) => name === choice.sheet) ?? {};
  const roughly = source.bytesARow === undefined ? undefined : work.stamp.size / source.bytesARow;
  const amountsOnly = takesAmountsOnly(work.db, options);
  const phoneCountry = phoneCountryOf(work.db, options);
  const checker = createChecker(mapping, options, columns, {
    sheet: choice.sheet,
    amountsOnly,
    phoneCountry,
    expectedRows: known ?? roughly,
  });
  let index = 0;
  const { headerRow, keepRows = false } = choice;
  const recipe = {
    headerRow,
    mapping,
    options,
    columns,
    keepRows,
    amountsOnly,
    phoneCountry,
    dates: choice,
    meanings: unusedMeanings(columns, mapping),
    keys: { seeds: hashSeeds(), customers: customerHashKey(work.vault) },
  };
  for await (const chunk of source.checks(choice.sheet, recipe, work.exact)) {
    if (hooks.signal?.aborted === true) throw new AppError("cancelled");
    for (const [at, { mapped, read, own }] of chunk.rows().entries()) {
      const corrections = carried?.corrections.get(index);
      const seen =
        carried === null || corrections === undefined
          ? mapped
          : { row: mapped.row, values: carried.corrected(index, mapped.values) };
      const shown =
        corrections === undefined
          ? read
          : read.filter((each) => !isOver(each, mapping, corrections));
      const isOther = read.some(isNoCustomer);
      for (const { code } of read) tally.add(code, mapped.row);
      const standing = isOther || carried?.leftOut(index) === true ? "left-out" : undefined;
      const known = corrections === undefined ? own : undefined;
      const by = corrections === undefined ? chunk.hashesAt(at) : null;
      const check = checker.check(seen, index, shown, known, standing, by);
      if (!isOther && undecided && check.problems.some(isUndecided)) return "dates";
      if (!isOther && unsure && check.problems.some(isOtherOrder)) return "dates";
      if (!isOther && openAmounts && check.problems.some(isOpenAmount)) return "amounts";
      const full = statusOf(shown) | statusOf(check.problems);
      // What is no customer breaks no rule of customers, until a person puts it back.
      let status = isOther ? statusOf(read.filter(isNoCustomer)) : full;
      // A row that repeats an earlier one goes: the earlier one may have changed, and it comes after.
      const mayStay = willBeSent(status) && !check.problems.some(isRepeat);
      const leftOut = isOther || check.leftOut || (mayStay && sentBefore?.isUnchanged(seen.values));
      if (leftOut) status |= LEFT_OUT | REPEATED;
      if (carried !== null) status = carried.apply(index, status);
      const isBack = isOther && willBeSent(status);
      if (isBack) status |= full;
      const problems = staged(read, check.problems, (each) => isOver(each, mapping, corrections));
      const told = isOther && !isBack ? problems.map(hiddenUnlessTold) : problems;
      writer.add(chunk.delimitersAt(at), status, told);
      if (willBeSent(status)) shared.add(mapped.row, check.shares);
      for (const { field, ...earlier } of check.supersedes) {
        const leaveOut = carried?.putBack(earlier.index) !== true;
        writer.supersede(earlier, { row: rowName(mapped.row, choice.sheet), field }, leaveOut);
      }
      index += 1;
    }
    writer.keep(chunk.packed);
    hooks.onProgress?.(index);
  }
  writer.settle(
    checker.settle().map(({ index: at, row, by }) => ({
      index: at,
      row,
      by: by === null ? null : { row: rowName(by.row, choice.sheet), field: by.field },
      leaveOut: carried?.putBack(at) !== true,
    })),
  );
  return null;
}

/** The problems of what is left out as no customer do not show, but for that it is none. */
function hiddenUnlessTold(problem: StagedProblem): StagedProblem {
  return isNoCustomer(problem) ? problem : { ...problem, hidden: true };
}

function isOpenAmount(problem: RowProblem): boolean {
  return problem.code === "amount-format-undecided";
}

function isUndecided(problem: RowProblem): boolean {
  return problem.code === "date-format-undecided";
}

function isOtherOrder(problem: RowProblem): boolean {
  return problem.code === "date-other-order";
}

export function isRepeat(problem: RowProblem): boolean {
  return problem.code.startsWith("repeated-");
}

const NONE: readonly StagedProblem[] = [];

function staged(
  read: readonly RowProblem[],
  check: readonly RowProblem[],
  isHidden: (problem: RowProblem) => boolean,
): readonly StagedProblem[] {
  if (read.length === 0 && check.length === 0) return NONE;
  return [
    ...read.map((problem, at) => ({
      ...problem,
      seq: READ_SEQ + at,
      origin: "read" as const,
      hidden: isHidden(problem),
    })),
    ...checkProblems(check),
  ];
}

/** The checker's problems with their places in the row. */
export function checkProblems(check: readonly RowProblem[]): readonly StagedProblem[] {
  return check.map((problem, at) => ({
    ...problem,
    seq: (isRepeat(problem) ? REPEAT_SEQ : RULE_SEQ) + at,
    origin: "check",
    hidden: false,
  }));
}
