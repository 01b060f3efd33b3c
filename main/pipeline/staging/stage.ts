import { basename } from "node:path";
import type { Mapping } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { databaseError } from "../../common/sqlite/database-error.ts";
import type {
  StageHooks,
  StageRequest,
  StagingResult,
} from "../../records/drafts/staging-types.ts";
import { requireSame, stampFile } from "../../records/files/file-stamp.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { MergedValues } from "../sources/merged-values.ts";
import { sourceOptions } from "../sources/source-options.ts";
import { proveAmounts } from "./prove-amounts.ts";
import { proveDates } from "./prove-dates.ts";
import { type Open, type StageWork, stageOnce } from "./stage-once.ts";
import { openInThread } from "./thread/open-in-thread.ts";

/** Dates and amounts. */
const PROOFS = 2;

/** Cells under merged ones are empty in nearly every list: what they hold costs a second reading. */
async function stageAsShown(
  work: Omit<StageWork, "exact">,
  mapping: Mapping,
): Promise<StagingResult | Open> {
  try {
    return await stageOnce({ ...work, exact: false }, mapping);
  } catch (error) {
    if (!(error instanceof MergedValues)) throw error;
    return await stageOnce({ ...work, exact: true }, mapping);
  }
}

/**
 * Reads, maps and checks a whole list and keeps its rows sealed in the database. Memory holds a
 * window of rows, never the file. A column of dates without a chosen format is read a first time
 * for itself, so that its own values prove the format; amounts such as 1.250 too.
 *
 * What is left where it fails or is cancelled is out of force (`purgeStagings` clears it away);
 * the draft's former staging stays in force until this one is finished.
 * @throws AppError date-format-undecided | date-format-mixed | date-format-contradicted |
 * amount-format-undecided | list-without-rows | list-changed |
 * cancelled | those of the sources and the database
 */
export async function stageList(
  db: Database,
  vault: Vault,
  request: StageRequest,
  hooks: StageHooks = {},
): Promise<StagingResult> {
  const { path, choice } = request;
  const password = request.password === undefined ? {} : { password: request.password };
  try {
    if (request.stamp !== undefined) await requireSame(path, request.stamp, basename(path));
    // Where it is null, opening says why.
    const stamp = (await stampFile(path)) ?? { size: 0, modifiedAt: 0 };
    const source = await openInThread(path, {
      ...sourceOptions({ ...choice, ...password }),
      ...(hooks.signal === undefined ? {} : { signal: hooks.signal }),
    });
    try {
      const work = { db, vault, source, stamp, request, hooks };
      let { mapping } = request;
      for (let proofs = 0; proofs <= PROOFS; proofs += 1) {
        const staged = await stageAsShown(work, mapping);
        if (typeof staged !== "string") return staged;
        const asked = { ...request, mapping };
        mapping =
          staged === "dates"
            ? await proveDates(source, asked, hooks)
            : await proveAmounts(source, asked, hooks, mapping);
      }
      throw new AppError("unexpected", { detail: "formats are not proven" });
    } finally {
      await source.close();
    }
  } catch (error) {
    if (hooks.signal?.aborted === true) throw new AppError("cancelled", { cause: error });
    throw databaseError(error);
  }
}
