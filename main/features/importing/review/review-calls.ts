import { rm } from "node:fs/promises";
import { basename, extname } from "node:path";
import { SECRET_FIELDS } from "../../../../preload/fields.ts";
import type { UndoState } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import { nameForFile } from "../../../common/system/file-names.ts";
import { outgoingPath } from "../../../records/files/outgoing.ts";
import type { Direction } from "../../../records/undo-log/direction.ts";
import type { Drafts } from "../draft-calls.ts";
import type { DraftKit } from "../draft-kit.ts";
import type { ImportingJobs } from "../jobs/importing-jobs.ts";
import { countMeant } from "./bulk/alike.ts";
import { settleBulkCorrections } from "./bulk/settle-bulk-corrections.ts";
import { checkedWith } from "./checked-with.ts";
import { correctCell } from "./correct-cell.ts";
import { leaveOutRows } from "./leave-out-rows.ts";
import { problemKinds } from "./problem-kinds.ts";

type ReviewCalls = Pick<
  Drafts,
  | "rows"
  | "find"
  | "shownValues"
  | "problems"
  | "problemKinds"
  | "correctCell"
  | "correctCells"
  | "leaveOut"
  | "applyToAll"
  | "countAlike"
  | "undoState"
  | "undo"
  | "redo"
  | "exportInvalid"
>;

/** The calls about the checked rows of a draft. */
export function createReviewCalls(kit: DraftKit): ReviewCalls {
  const { db, vault, dataDir, host, jobs, review, views, checks, serial, undo, checked } = kit;

  /** Takes back, or does again, what was last done in this review. */
  function turn(draftId: number, direction: Direction): Promise<UndoState> {
    return serial(draftId, async () => {
      const { staging } = checked(draftId);
      if (kit.undoLog === undefined) throw new AppError("undo-log-empty");
      try {
        return await kit.undoLog[direction]({ stagingId: staging.id });
      } finally {
        views.renew(staging.id);
      }
    });
  }

  /** Many corrections, in a process of their own: whole, or not there. */
  async function inBulk<N extends "apply-to-all" | "correct-cells">(
    name: N,
    input: ImportingJobs[N]["input"],
    stagingId: number,
  ): Promise<ImportingJobs[N]["result"]> {
    try {
      const result = await jobs.run(name, input);
      host.emit({ kind: "undo" });
      review.forget(stagingId);
      return result;
    } catch (error) {
      await settleBulkCorrections(kit, stagingId);
      throw error;
    }
  }

  return {
    rows: async ({ draftId, offset, limit, ...shown }) => {
      const { staging } = checked(draftId);
      // A person who looks at rows may look for one of them next.
      views.warm();
      const { indexes, total } = await views.page(staging.id, shown, { offset, limit });
      return { fields: staging.fields, rows: await review.rows(staging.id, indexes), total };
    },
    find: async ({ draftId, text, from, back, ...shown }) =>
      await views.find(checked(draftId).staging.id, shown, { text, from, back }),
    shownValues: async ({ draftId, field, text, ...shown }) =>
      await views.shownValues(checked(draftId).staging.id, shown, { field, text }),
    problems: async ({ draftId, offset, limit }) =>
      review.problems(checked(draftId).staging.id, { offset, limit }),
    correctCell: ({ draftId, index, field, value }) =>
      serial(draftId, async () => {
        const { draft, staging } = checked(draftId);
        const with_ = checkedWith(draft);
        const parts = { db, vault, review, record: undo.cell(draftId) };
        await correctCell(parts, staging.id, { index, field, value }, with_);
        const [row] = await review.rows(staging.id, [index]);
        if (row === undefined) throw new AppError("not-found", { params: { what: "row" } });
        return { row, check: checks.state(draft) };
      }),
    correctCells: ({ draftId, cells, kind }) =>
      serial(draftId, async () => {
        const { draft, staging } = checked(draftId);
        if (cells.some(({ field }) => SECRET_FIELDS.has(field))) throw new AppError("bad-input");
        if (cells.some(({ field }) => !staging.fields.includes(field))) {
          throw new AppError("not-found", { params: { what: "column" } });
        }
        const input = { draftId, stagingId: staging.id, cells, kind, checked: checkedWith(draft) };
        return {
          ...(await inBulk("correct-cells", input, staging.id)),
          check: checks.state(draft),
        };
      }),
    leaveOut: ({ draftId, indexes, leftOut }) =>
      serial(draftId, async () => {
        const { draft, staging } = checked(draftId);
        const with_ = checkedWith(draft);
        const parts = { db, vault, review, record: undo.leftOut(draftId) };
        await leaveOutRows(parts, staging.id, { indexes, leftOut }, with_);
        return checks.state(draft);
      }),
    problemKinds: async ({ draftId }) => {
      const { staging } = checked(draftId);
      return await problemKinds(db, staging.id, review.status(staging.id));
    },
    countAlike: async ({ draftId, code, field, how }) => {
      const { draft, staging } = checked(draftId);
      const request = { stagingId: staging.id, code, field, checked: checkedWith(draft) };
      return await countMeant(db, vault, { ...request, how });
    },
    applyToAll: ({ draftId, code, field, how }) =>
      serial(draftId, async () => {
        const { draft, staging } = checked(draftId);
        if (field === null && how.kind !== "leave-out") throw new AppError("bad-input");
        const checkedAs = checkedWith(draft);
        const request = { draftId, stagingId: staging.id, code, field, how, checked: checkedAs };
        const { changed } = await inBulk("apply-to-all", request, staging.id);
        views.renew(staging.id);
        return { changed, check: checks.state(draft) };
      }),
    undoState: async ({ draftId }) => {
      const { staging } = checked(draftId);
      return kit.undoLog?.state(staging.id) ?? { undo: null, redo: null };
    },
    undo: ({ draftId }) => turn(draftId, "undo"),
    redo: ({ draftId }) => turn(draftId, "redo"),
    exportInvalid: async ({ draftId }) => {
      const { draft, staging } = checked(draftId);
      const path = outgoingPath(dataDir, "xlsx");
      const { mapping, columns, sheet } = checkedWith(draft);
      const input = { stagingId: staging.id, path, mapping, columns, sheet };
      try {
        await jobs.run("export-invalid", input);
        const stem = nameForFile(basename(draft.fileName, extname(draft.fileName)));
        return await host.saveFile(path, `${stem === "" ? "list" : stem} - invalid rows.xlsx`);
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
  };
}
