import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import type { FieldName } from "../../preload/fields.ts";
import type { Mapping, RememberedMapping, SavedFile } from "../../preload/types.ts";
import { AppError } from "../errors.ts";
import type { Host } from "../hosts/host.ts";
import type { UndoRecorder } from "../undo/log.ts";
import { readImage } from "../undo/row-image.ts";
import type { Header } from "./adapt-mapping.ts";
import type { FileRegistry } from "./file-registry.ts";
import { headerFingerprint } from "./fingerprint.ts";
import { mappingFileText, readMappingFile } from "./mapping-file.ts";
import { type Remembered, rememberMapping } from "./remembered.ts";

/** The mappings that are kept, most recently used first. */
export interface MappingLibrary {
  list(): readonly RememberedMapping[];
  /** @throws AppError "not-found" */
  rename(input: { readonly id: number; readonly name: string }): RememberedMapping;
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

interface MappingRecord {
  readonly id: number;
  readonly name: string;
  readonly named: 0 | 1;
  readonly connection_id: number | null;
  readonly connection_name: string | null;
  readonly headers: string;
  readonly mapping: string;
  readonly used_at: number;
}

const SELECT = `SELECT mappings.id, mappings.name, named, connection_id,
  connections.name AS connection_name, headers, mapping, used_at
  FROM mappings LEFT JOIN connections ON connections.id = connection_id`;

export function createMappingLibrary(parts: {
  readonly db: Database;
  readonly host: Pick<Host, "saveFile" | "emit">;
  readonly files: FileRegistry;
  readonly undoLog: UndoRecorder | undefined;
}): MappingLibrary {
  const { db, host, files, undoLog } = parts;

  function find(id: number): MappingRecord {
    const record = db.prepare(`${SELECT} WHERE mappings.id = ?`).get(id);
    if (record === undefined) throw new AppError("not-found", { params: { what: "mapping" } });
    return record as MappingRecord;
  }

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
    return shown(find(id));
  }

  return {
    list: () => (db.prepare(`${SELECT} ORDER BY used_at DESC`).all() as MappingRecord[]).map(shown),
    rename({ id, name }) {
      change("mapping-renamed", name, find(id).id, () => {
        db.prepare("UPDATE mappings SET name = ?, named = 1 WHERE id = ?").run(name, id);
        return id;
      });
      return shown(find(id));
    },
    remove(id) {
      const { name } = find(id);
      change("mapping-removed", name, id, () => {
        db.prepare("DELETE FROM mappings WHERE id = ?").run(id);
        return id;
      });
    },
    keep: (about) => keep("mapping-kept", about),
    async export(id) {
      const { name, headers, mapping } = find(id);
      const path = join(tmpdir(), `loyalty-importer-${randomUUID()}.json`);
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
      return keep("mapping-imported", { name, connectionId, columns: headers, mapping });
    },
  };
}

function shown(record: MappingRecord): RememberedMapping {
  return {
    id: record.id,
    name: record.name,
    named: record.named === 1,
    connectionId: record.connection_id,
    connectionName: record.connection_name,
    headers: parse<Header[]>(record.headers).map(({ header }) => header),
    fields: parse<Mapping>(record.mapping).map(({ field }): FieldName => field),
    usedAt: record.used_at,
  };
}

function parse<T>(json: string): T {
  return JSON.parse(json) as T;
}

/** A name that every file system takes. */
function fileStem(name: string): string {
  const stem = name.replace(/[\s\p{Cc}<>:"/\\|?*]+/gu, " ").trim();
  return stem === "" ? "mapping" : stem.slice(0, 100);
}
