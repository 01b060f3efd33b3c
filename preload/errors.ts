/**
 * An error as it crosses a process border: plain data, no stack, no secret, no customer data.
 * `message` is English and ready to show; the window prefers its own text for `code` + `params`.
 */
export interface ErrorData {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** One sentence of what happened and one of what to do. */
  readonly message: string;
  /** Whether doing the same again may help. */
  readonly retry: boolean;
  /** Technical detail for "Details" and the log; holds no secret and no customer data. */
  readonly detail?: string;
}

/** What every call answers: a value, or an error as data. Never `undefined` for "no". */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorData };
