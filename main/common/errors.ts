import type { ErrorData } from "../../preload/errors.ts";
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

/** Any thrown value as an AppError; what is unknown becomes "unexpected". */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError("unexpected", { detail: whatAndWhere(error), cause: error });
}

const PLACE = /[/\\(\s]([^/\\():\s]+\.[cm]?[jt]s:\d+)/;

/** "TypeError at lane.ts:120". Never the message: it may quote what was read or entered. */
export function whatAndWhere(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error ? ` ${String(error.code)}` : "";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const place = frames.map((frame) => PLACE.exec(frame)?.[1]).find(Boolean);
  return `${error.name}${code}${place === undefined ? "" : ` at ${place}`}`;
}
