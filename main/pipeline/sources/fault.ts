import { AppError, toAppError } from "../../common/errors.ts";

/**
 * What is wrong with a file, deep inside a reader that does not know the file's name.
 * `code` is one of errors.json; `detail` is technical and holds no cell value.
 */
export class FileFault extends Error {
  readonly code: string;
  readonly detail: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: string,
    detail: string,
    cause?: unknown,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code}: ${detail}`, { cause });
    this.name = "FileFault";
    this.code = code;
    this.detail = detail;
    this.params = params;
  }
}

export function damaged(detail: string, cause?: unknown): FileFault {
  return new FileFault("file-damaged", detail, cause);
}

export function tooLarge(detail: string): FileFault {
  return new FileFault("file-too-large", detail);
}

const BY_ERRNO: Readonly<Record<string, string>> = {
  ENOENT: "file-missing",
  ENOTDIR: "file-missing",
  EISDIR: "file-is-folder",
  EACCES: "file-no-permission",
  EPERM: "file-no-permission",
  // Windows answers EBUSY where another program holds the file open for itself.
  EBUSY: "file-locked",
  ETXTBSY: "file-locked",
};

function errno(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}

/** Any failure of reading a file as the error a person sees; `name` is the file's base name. */
export function asFileError(error: unknown, name: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof FileFault) {
    return new AppError(error.code, {
      params: { name, ...error.params },
      detail: error.detail,
      cause: error,
    });
  }
  const code = errno(error);
  if (code === undefined) return toAppError(error);
  if (code.startsWith("Z_") || code.startsWith("ERR_BUFFER")) {
    return new AppError("file-damaged", { params: { name }, detail: code, cause: error });
  }
  const known = BY_ERRNO[code];
  if (known === undefined && !/^E[A-Z0-9]+$/.test(code)) return toAppError(error);
  return new AppError(known ?? "file-unreadable", {
    params: { name },
    retry: known === "file-locked",
    detail: code,
    cause: error,
  });
}

/** Throws where the reading was cancelled. */
export function checkCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError("reading-cancelled");
}
