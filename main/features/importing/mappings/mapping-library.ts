import { rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { CallInput } from "../../../../preload/contract.ts";
import type {
  KeptMapping,
  Mapping,
  RememberedMapping,
  SavedFile,
} from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Host } from "../../../common/host/host.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { nameForFile } from "../../../common/system/file-names.ts";
import { outgoingPath } from "../../../records/files/outgoing.ts";
import type { UndoRecorder } from "../../../records/undo-log/log.ts";
import { readImage } from "../../../records/undo-log/row-image.ts";
import type { FileRegistry } from "../files/file-registry.ts";
import { conditionsFor, type Header } from "./adapt-mapping.ts";
import { headerFingerprint } from "./fingerprint.ts";
import { asKept } from "./kept-mapping.ts";
import { mappingFileText, readMappingFile } from "./mapping-file.ts";
import { findMapping, listMappings, parse, shown, whole } from "./mapping-records.ts";
import { type Remembered, rememberMapping } from "./remembered.ts";

/** The mappings that are kept, most recently used first. */
export interface MappingLibrary {
  list(): readonly RememberedMapping[];
  /** @throws AppError "not-found" */
  get(id: number): KeptMapping;
  /** @throws AppError "not-found" | "bad-input" where the lists of this mapping have no such column */
  save(input: CallInput<"mappings.save">): KeptMapping;
  /** @throws AppError "not-found" */
  remove(id: number): void;
  /** Keeps a mapping under a name; the one for the same headers and connection gives way. */
  keep(about: Omit<Remembered, "named">): RememberedMapping;
  export(id: number): Promise<SavedFile>;
  /** @throws AppError "mapping-file-unreadable" | "not-found" */
  import(input: {
    readonly fileId: string;
    readonly connectionId: number | null;
  }): Promise<RememberedMapping>;
}

export function createMappingLibrary(parts: {
  readonly db: Database;
  readonly host: Pick<Host, "saveFile" | "emit">;
  readonly files: FileRegistry;
  readonly undoLog: UndoRecorder | undefined;
}): MappingLibrary {
  const { db, host, files, undoLog } = parts;

  /** Changes one mapping and keeps what it takes to take it back, in one transaction. */
  function change(label: string, name: string, id: number | null, work: () => number): number {
    const write = db.transaction(() => {
      const before = id === null ? null : readImage(db, "mappings", id);
      const key = work();
      const after = readImage(db, "mappings", key);
      const payload = { table: "mappings", key, before, after };
      undoLog?.record({ label, params: { name }, entries: [{ kind: "row", payload }] });
      return key;
    });
    const key = write.immediate();
    host.emit({ kind: "mappings" });
    return key;
  }

  function keep(label: string, about: Omit<Remembered, "named">): RememberedMapping {
    const former = db
      .prepare("SELECT id FROM mappings WHERE fingerprint = ? AND connection_id IS ?")
      .pluck()
      .get(headerFingerprint(about.columns), about.connectionId) as number | undefined;
    const id = change(label, about.name, former ?? null, () =>
      rememberMapping(db, { ...about, named: true }),
    );
    return shown(findMapping(db, id));
  }

  return {
    list: () => listMappings(db).map(shown),
    get: (id) => whole(findMapping(db, id)),
    save({ id, name, mapping }) {
      change("mapping-edited", name, id, () => {
        requireFitting(mapping, parse<Header[]>(findMapping(db, id).headers));
        db.prepare("UPDATE mappings SET name = ?, named = 1, mapping = ? WHERE id = ?").run(
          name,
          JSON.stringify(asKept(mapping)),
          id,
        );
        return id;
      });
      return whole(findMapping(db, id));
    },
    remove(id) {
      const { name } = findMapping(db, id);
      change("mapping-removed", name, id, () => {
        db.prepare("DELETE FROM mappings WHERE id = ?").run(id);
        return id;
      });
    },
    keep: (about) => keep("mapping-kept", about),
    async export(id) {
      const { name, headers, mapping } = findMapping(db, id);
      const path = outgoingPath(dirname(db.name), "json");
      const file = { name, headers: parse<Header[]>(headers), mapping: parse<Mapping>(mapping) };
      try {
        await writeFile(path, mappingFileText(file), { mode: 0o600 });
        return await host.saveFile(path, `${fileStem(name)}.mapping.json`);
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
    async import({ fileId, connectionId }) {
      const { name, headers, mapping } = await readMappingFile(files.get(fileId).path);
      if (connectionId !== null) {
        const there = db.prepare("SELECT 1 FROM connections WHERE id = ?").get(connectionId);
        if (there === undefined)
          throw new AppError("not-found", { params: { what: "connection" } });
      }
      const conditions = conditionsFor(headers, headers);
      const about = { name, connectionId, columns: headers, mapping, conditions };
      return keep("mapping-imported", about);
    },
  };
}

/** Checked against what was kept: a column that its lists do not have would never be found. */
function requireFitting(mapping: Mapping, headers: readonly Header[]): void {
  const known = new Set(headers.map(({ index }) => index));
  const strange = mapping.some(({ columns }) => columns.some((index) => !known.has(index)));
  const fields = new Set(mapping.map(({ field }) => field));
  if (strange || fields.size < mapping.length) {
    throw new AppError("bad-input", { detail: "mapping" });
  }
}

function fileStem(name: string): string {
  const stem = nameForFile(name);
  return stem === "" ? "mapping" : stem;
}
