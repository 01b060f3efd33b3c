import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../common/errors.ts";
import { databaseError } from "../../common/sqlite/database-error.ts";
import { nameForFile } from "../../common/system/file-names.ts";
import { HttpRefusal } from "../browser/reply.ts";

const INBOX = "inbox";
const GIB = 1024 ** 3;
const MAX_UPLOAD_BYTES = 2 * GIB;
/** Beside a folder of the inbox until a draft uses the file in it. */
const UNUSED = ".unused";
/** An unused upload this old belongs to no window that is still open. */
const STALE_MS = 24 * 60 * 60 * 1000;

/** Files that the page handed over without a path, each in a folder of its own under `dataDir/inbox`. */
export interface Uploads {
  /** Stores a stream; gives the file's path. Nothing of it stays when it fails. */
  receive(name: string, body: Readable, declaredBytes: number | null): Promise<string>;
  /** Ties the file to the id by which a draft will name it. */
  register(fileId: string, path: string): void;
  /** A draft was made of it: the file now belongs to the draft. */
  keep(fileId: string): Promise<void>;
  /** Removes what no draft was made of. */
  close(): Promise<void>;
}

export async function openUploads(dataDir: string, maxBytes = MAX_UPLOAD_BYTES): Promise<Uploads> {
  const inbox = join(dataDir, INBOX);
  await mkdir(inbox, { recursive: true, mode: 0o700 });
  await sweep(inbox);
  const unused = new Set<string>();
  const registered = new Map<string, string>();

  async function drop(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true });
    await rm(`${folder}${UNUSED}`, { force: true });
    unused.delete(folder);
  }

  return {
    async receive(name, body, declaredBytes) {
      if (declaredBytes !== null && declaredBytes > maxBytes) throw tooLarge(maxBytes);
      const folder = join(inbox, randomBytes(12).toString("hex"));
      const path = join(folder, safeName(name));
      unused.add(folder);
      try {
        await writeFile(`${folder}${UNUSED}`, "", { mode: 0o600 });
        await mkdir(folder, { mode: 0o700 });
        const target = createWriteStream(path, { flags: "wx", mode: 0o600 });
        // A refusal in the middle must not close the connection before it is read.
        await pipeline(body.iterator({ destroyOnReturn: false }), limit(maxBytes), target);
      } catch (error) {
        await drop(folder);
        throw uploadError(error);
      }
      return path;
    },
    register: (fileId, path) => void registered.set(fileId, join(path, "..")),
    async keep(fileId) {
      const folder = registered.get(fileId);
      if (folder === undefined || !unused.delete(folder)) return;
      await rm(`${folder}${UNUSED}`, { force: true });
    },
    async close() {
      for (const folder of [...unused]) await drop(folder);
    },
  };
}

/** What a start that ended without its clean-up has left. */
async function sweep(inbox: string): Promise<void> {
  for (const name of await readdir(inbox)) {
    if (!name.endsWith(UNUSED)) continue;
    const marker = join(inbox, name);
    const found = await stat(marker);
    if (Date.now() - found.mtimeMs < STALE_MS) continue;
    await rm(marker.slice(0, -UNUSED.length), { recursive: true, force: true });
    await rm(marker, { force: true });
  }
}

function limit(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
}

/** A file name that every system takes, with its ending; the name is data, never a path. */
export function safeName(name: string): string {
  const safe = nameForFile(name, "end");
  return safe === "" ? "list" : safe;
}

function tooLarge(maxBytes: number): HttpRefusal {
  return new HttpRefusal(413, "upload-too-large", { gib: Math.round((maxBytes / GIB) * 10) / 10 });
}

function uploadError(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ECONNRESET") {
    return new AppError("upload-cut", { retry: true, cause: error });
  }
  return databaseError(error);
}
