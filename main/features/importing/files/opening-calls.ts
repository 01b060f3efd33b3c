import { basename } from "node:path";
import type { CallInput } from "../../../../preload/contract.ts";
import type { Connection, Draft } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { Looker } from "../../../pipeline/looks/looker.ts";
import type { DraftStore, NewDraft } from "../../../records/drafts/draft-store.ts";
import type { Drafts } from "../draft-calls.ts";
import { importAgain } from "../import-again.ts";
import { newDraft } from "../new-draft.ts";
import type { FileRegistry } from "./file-registry.ts";
import type { Passwords } from "./passwords.ts";
import type { RecentFiles } from "./recent-files.ts";

export interface OpeningParts {
  readonly db: Database;
  readonly looker: Looker;
  readonly store: DraftStore;
  readonly files: FileRegistry;
  readonly recent: RecentFiles;
  readonly passwords: Passwords;
  readonly samplePath: string;
  readonly connections: () => readonly Connection[];
  readonly add: (draft: NewDraft) => Promise<Draft>;
}

/** The calls that make a draft of a list. */
export function createOpeningCalls(
  parts: OpeningParts,
): Pick<Drafts, "create" | "createSample" | "importAgain" | "unlock"> {
  const { db, looker, files, recent, connections, add } = parts;
  return {
    create: async ({ fileId }) => {
      const file = files.get(fileId);
      const draft = await add(await newDraft(db, looker, file, connections()));
      recent.add(file);
      return draft;
    },
    createSample: async () => {
      const path = parts.samplePath;
      const file = { path, fileName: basename(path), owned: false };
      // Its customers are invented: no real account is proposed for them.
      const practice = connections().find(({ kind }) => kind === "practice");
      return await add(await newDraft(db, looker, file, connections(), {}, practice));
    },
    importAgain: async ({ importId, fileId }) => {
      const file = files.get(fileId);
      const draft = await add(await importAgain(db, looker, importId, file, connections()));
      recent.add(file);
      return draft;
    },
    unlock(input: CallInput<"files.unlock">) {
      const { path } = "fileId" in input ? files.get(input.fileId) : parts.store.get(input.draftId);
      parts.passwords.keep(path, input.password);
      return null;
    },
  };
}
