import type { ErrorData } from "../preload/errors.ts";
import { t } from "./text.ts";

export interface AppErrorOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly retry?: boolean;
  /** For "Details" and the log: no secret, no customer data. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/**
 * An error a person may see. `code` names a text in preload/messages/<language>/errors.json:
 * one sentence of what happened and one of what to do.
 */
export class AppError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly retry: boolean;
  readonly detail: string | undefined;

  constructor(code: string, options: AppErrorOptions = {}) {
    super(t(`errors:${code}`, options.params), { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.params = options.params ?? {};
    this.retry = options.retry ?? false;
    this.detail = options.detail;
  }

  toData(): ErrorData {
    return {
      code: this.code,
      params: this.params,
      message: this.message,
      retry: this.retry,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
    };
  }
}

/** An error of another process or thread of ours, to be thrown again here. */
export function fromErrorData({ code, params, retry, detail }: ErrorData): AppError {
  return new AppError(code, { params, retry, ...(detail === undefined ? {} : { detail }) });
}

/** Any thrown value as an AppError; what is unknown becomes "unexpected" with its class as detail. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new AppError("unexpected", { detail, cause: error });
}
