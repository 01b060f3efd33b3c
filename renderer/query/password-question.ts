import type { CallInput, CallName } from "../../preload/contract.ts";
import type { ErrorData } from "../../preload/errors.ts";
import { getBridge } from "../host/bridge.ts";

/** What is asked while a call waits for the password of its list. */
export interface PasswordQuestion {
  readonly file: string;
  /** The password that was entered last did not open the list. */
  readonly wrong: boolean;
  /** The entered password is being tried. */
  readonly busy: boolean;
}

let question: PasswordQuestion | null = null;
let answer: ((password: string | null) => void) | null = null;
const listeners = new Set<() => void>();

function show(next: PasswordQuestion | null): void {
  question = next;
  for (const listener of listeners) listener();
}

export const currentQuestion = (): PasswordQuestion | null => question;

export function onQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Passes on the password that the person entered, or null for "Not now". It is not kept here. */
export function answerQuestion(password: string | null): void {
  if (question !== null && password !== null) show({ ...question, busy: true });
  answer?.(password);
  answer = null;
}

export function isPasswordError({ code }: ErrorData): boolean {
  return code === "file-password-needed" || code === "file-password-wrong";
}

type Subject = { readonly fileId: string } | { readonly draftId: number };

/** Which list a call reads: the file that it names, else the one of its draft. */
function subjectOf(input: CallInput<CallName>): Subject | null {
  if ("fileId" in input && typeof input.fileId === "string") return { fileId: input.fileId };
  if ("draftId" in input && typeof input.draftId === "number") return { draftId: input.draftId };
  return null;
}

/** Ends with the question that is asked last: lists ask one after the other. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Asks for the password of the list that a call could not read, and makes the call again, until it
 * succeeds, fails in another way, or the person would not.
 * @param again fails with an error for which `errorOf` gives what a person is shown
 */
export function askAndRepeat<T>(
  input: CallInput<CallName>,
  failed: unknown,
  again: () => Promise<T>,
  errorOf: (error: unknown) => ErrorData,
): Promise<T> {
  const mine = turn.then(() => ask(input, failed, again, errorOf));
  turn = mine.catch(() => undefined);
  return mine;
}

async function ask<T>(
  input: CallInput<CallName>,
  failed: unknown,
  again: () => Promise<T>,
  errorOf: (error: unknown) => ErrorData,
): Promise<T> {
  const subject = subjectOf(input);
  let error = failed;
  try {
    while (subject !== null && isPasswordError(errorOf(error))) {
      const { code, params } = errorOf(error);
      const { promise, resolve } = Promise.withResolvers<string | null>();
      answer = resolve;
      const wrong = code === "file-password-wrong";
      show({ file: String(params.name ?? ""), wrong, busy: false });
      const password = await promise;
      if (password === null) break;
      await getBridge().call("files.unlock", { ...subject, password });
      try {
        return await again();
      } catch (next) {
        error = next;
      }
    }
    throw error;
  } finally {
    show(null);
  }
}
