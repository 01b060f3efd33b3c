import { AppError } from "../../../common/errors.ts";
import { isZone } from "../../../pipeline/mapping/dates/zones.ts";
import { removeOwned } from "../../../records/files/inbox.ts";
import type { Drafts } from "../draft-calls.ts";
import type { DraftKit } from "../draft-kit.ts";
import { forOtherRows, likelyMapping } from "../new-draft.ts";
import { requireFile } from "../require-draft.ts";
import { requireUntried } from "../sending/trial.ts";
import { chooseFile } from "./choose-file.ts";
import type { FileRegistry } from "./file-registry.ts";
import { readList } from "./read-new-list.ts";
import { mergeChoice, sameHeaders } from "./reading-choice.ts";

type ReadingCalls = Pick<Drafts, "setReading" | "chooseFile">;

/** The calls about which list a draft is of, and how it is read. */
export function createReadingCalls(
  kit: DraftKit,
  files: { get: FileRegistry["get"]; opened: (file: ReturnType<FileRegistry["get"]>) => void },
): ReadingCalls {
  const { db, vault, store, checks, serial, looker, connection, change, dataDir } = kit;
  return {
    setReading: ({ draftId, ...input }) =>
      serial(draftId, async () => {
        const draft = requireFile(store.get(draftId));
        requireUntried(db, draftId);
        const { dateZone } = input;
        if (typeof dateZone === "string" && !isZone(dateZone)) {
          throw new AppError("bad-input", { detail: "time zone" });
        }
        const choice = mergeChoice(draft, input);
        const read = await readList(looker, draft.path, choice);
        await checks.stop(draftId);
        const same = sameHeaders(draft.reading, read.reading);
        const mapped = same
          ? { mapping: forOtherRows(draft.mapping, read.reading), blocks: [] }
          : likelyMapping(db, read.reading, connection(draft));
        return await change(draftId, () => ({ ...read, choice, ...mapped }));
      }),
    chooseFile: ({ draftId, fileId }) =>
      serial(draftId, async () => {
        const draft = requireFile(store.get(draftId));
        const file = files.get(fileId);
        await checks.stop(draftId);
        const chosen = await chooseFile(db, vault, looker, draft, file, connection(draft));
        if (!chosen.sameContent) requireUntried(db, draftId);
        const write = db.transaction(() => chosen.keep(store.update(draftId, chosen.change)));
        write.immediate();
        if (draft.path !== file.path) await removeOwned(dataDir, draft.path);
        files.opened(file);
        return await change(draftId, () => ({}));
      }),
  };
}
