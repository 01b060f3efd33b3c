import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { AppError } from "../../../common/errors.ts";

/** A file the user chose, dropped or uploaded. */
export interface RegisteredFile {
  readonly path: string;
  /** The name the user knows it by. */
  readonly fileName: string;
  /** Whether it is the program's own copy, to be removed with its draft. */
  readonly owned: boolean;
}

/** A browser may hand a file over without its name. */
export function nameOf({ path, fileName }: RegisteredFile): string {
  return fileName === "" ? basename(path) : fileName;
}

/** Files by ids that cannot be guessed: the window never names a path. */
export interface FileRegistry {
  register(path: string, about?: Partial<Omit<RegisteredFile, "path">>): string;
  /** @throws AppError "not-found" */
  get(fileId: string): RegisteredFile;
}

/** Ids live as long as the process. The oldest go first where nobody ever asks for them. */
const KEPT = 1_000;

export function createFileRegistry(): FileRegistry {
  const files = new Map<string, RegisteredFile>();
  return {
    register(path, about = {}) {
      const fileId = randomUUID();
      files.set(fileId, { path, fileName: basename(path), owned: false, ...about });
      const [oldest] = files.keys();
      if (files.size > KEPT && oldest !== undefined) files.delete(oldest);
      return fileId;
    },
    get(fileId) {
      const file = files.get(fileId);
      if (file === undefined) throw new AppError("not-found", { params: { what: "file" } });
      return file;
    },
  };
}
