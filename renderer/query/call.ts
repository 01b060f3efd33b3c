import type { CallInput, CallName, CallResult } from "../../preload/contract.ts";
import type { Answer, ErrorData } from "../../preload/errors.ts";
import { getBridge } from "../host/bridge.ts";
import { allTexts } from "../i18n.ts";
import { firstPaint } from "../kit/after-first-screen.ts";
import { askAndRepeat, isPasswordError } from "./password-question.ts";

/** A call that was answered with an error; `data` is what a person is shown. */
export class CallError extends Error {
  readonly data: ErrorData;

  constructor(data: ErrorData) {
    super(data.message);
    this.name = "CallError";
    this.data = data;
  }
}

/** What an error of any kind says to a person. */
export function errorData(error: unknown): ErrorData {
  if (error instanceof CallError) return error.data;
  if (isErrorData(error)) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: "unexpected", params: {}, message: detail, retry: true, detail };
}

/** An error that came as part of an answer, as that of a check that failed. */
function isErrorData(error: unknown): error is ErrorData {
  return (
    typeof error === "object" &&
    error !== null &&
    !(error instanceof Error) &&
    "code" in error &&
    "message" in error
  );
}

export function unwrap<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new CallError(answer.error);
}

/** Calls the main process; where it reads a list with a password, that is asked for. @throws CallError */
export async function callMain<N extends CallName>(
  name: N,
  input: CallInput<N>,
): Promise<CallResult<N>> {
  await firstPaint();
  const call = async () => {
    const answer = getBridge().call(name, input);
    // What is answered is shown, and has to find its words. Where those cannot be loaded, what was done
    // is told all the same: as a failure, a person would do it again.
    await Promise.allSettled([answer, allTexts()]);
    return unwrap(await answer);
  };
  try {
    return await call();
  } catch (error) {
    if (!isPasswordError(errorData(error))) throw error;
    return await askAndRepeat(input, error, call, errorData);
  }
}
