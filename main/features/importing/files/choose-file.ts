import type { Connection, CustomFieldLabel } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { Looker } from "../../../pipeline/looks/looker.ts";
import { isOwnExport } from "../../../pipeline/mapping/own-export.ts";
import { holdsSheet } from "../../../pipeline/sources/joined/with-joined-sheets.ts";
import { isFileOf } from "../../../pipeline/staging/file-hash.ts";
import { checkSignature, sourceSignature } from "../../../pipeline/staging/signature.ts";
import { knownCustomFields } from "../../../records/connections/custom-fields.ts";
import type { DraftChoice, NewDraft, StoredDraft } from "../../../records/drafts/draft-store.ts";
import { moveStaging, stagingOfDraft } from "../../../records/drafts/stagings.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { choiceOf } from "../draft-view.ts";
import { adaptMapping } from "../mappings/adapt-mapping.ts";
import { forOtherRows, freshMapping, keptForList } from "../new-draft.ts";
import { nameOf, type RegisteredFile } from "./file-registry.ts";
import { readList } from "./read-new-list.ts";
import { sameHeaders } from "./reading-choice.ts";

/** Another file for a draft; `keep` belongs into the transaction that writes it. */
interface ChosenFile {
  readonly change: Partial<NewDraft>;
  /** The very same list, elsewhere or under another name: what was checked and corrected stays. */
  readonly sameContent: boolean;
  keep(changed: StoredDraft): void;
}

/**
 * Ties a draft to a file picked anew. With the same headers its mapping stays as it is; with others
 * it stays as far as the columns are there, and `remembered` tells what differs.
 * @throws AppError of the sources
 */
export async function chooseFile(
  db: Database,
  vault: Vault,
  looker: Looker,
  draft: StoredDraft,
  file: RegisteredFile,
  connection: Connection | undefined,
): Promise<ChosenFile> {
  const bare = draft.choice.headerRow === 0 ? { headerRow: 0 } : {};
  const first = await readList(looker, file.path, bare);
  const choice = fittingChoice(draft.choice, first.reading);
  const { reading, stamp } = await readList(looker, file.path, choice);
  const same = sameHeaders(draft.reading, reading);
  const staging = stagingOfDraft(db, draft.id);
  const sameContent =
    same && staging !== null && (await isFileOf(db, vault, staging.id, file.path));
  return {
    change: {
      ...{ path: file.path, fileName: nameOf(file), ownsFile: file.owned },
      ...{ stamp, choice, reading },
      ...(sameContent ? {} : { blocks: [] }),
      ...(same ? {} : adapted(draft, reading, knownCustomFields(db, connection))),
      ...(same && !sameContent ? { mapping: forOtherRows(draft.mapping, reading) } : {}),
    },
    sameContent,
    keep(changed) {
      if (!sameContent) return;
      const source = (of: StoredDraft) => sourceSignature(vault, { ...of, choice: choiceOf(of) });
      const signature = (of: StoredDraft) => checkSignature(db, vault, source(of), of);
      // A check of an earlier mapping stays out of date.
      const current = staging.signature === signature(draft);
      moveStaging(db, staging.id, source(changed), current ? signature(changed) : "");
    },
  };
}

/** What was chosen about the other file, as far as this one has it. */
function fittingChoice(choice: DraftChoice, found: NewDraft["reading"]): DraftChoice {
  // What was said of the other file's dates and letters says nothing about this one's.
  const { sheet, headerRow, swapDates: _, dateZone: __, decodeBack: ___, ...text } = choice;
  if (sheet !== undefined && !holdsSheet(found.sheets, sheet)) return text;
  const shown = headerRow === 0 || found.firstRows.some(({ row }) => row === headerRow);
  return {
    ...text,
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined || !shown ? {} : { headerRow }),
  };
}

function adapted(
  draft: StoredDraft,
  reading: NewDraft["reading"],
  customFields: readonly CustomFieldLabel[],
): Pick<NewDraft, "mapping" | "remembered" | "blocks"> {
  const fresh = freshMapping(reading, customFields);
  if (isOwnExport(reading.columns)) return { mapping: fresh, remembered: null, blocks: [] };
  const found = adaptMapping(
    forOtherRows(draft.mapping, reading),
    draft.reading.columns,
    reading.columns,
  );
  const { addedHeaders, goneHeaders } = found;
  return {
    ...keptForList(found, reading, fresh, customFields),
    remembered: {
      id: null,
      name: draft.fileName,
      usedAt: draft.updatedAt,
      added: addedHeaders.length,
      gone: goneHeaders.length,
      addedHeaders,
      goneHeaders,
    },
  };
}
