import type { Answer } from "../../preload/errors.ts";
import { AppError } from "../errors.ts";
import type { App } from "./app-port.ts";

/**
 * Calls that the page must not make itself: a page that could name paths could read any file.
 * Electron's preload script makes them with the path of a file the user dropped or chose.
 */
const NOT_FROM_THE_PAGE: ReadonlySet<string> = new Set(["files.register"]);

/** Answers a call of the page, in both hosts. */
export async function answerPage(app: App, name: string, input: unknown): Promise<Answer<unknown>> {
  if (NOT_FROM_THE_PAGE.has(name)) return refusal("not-allowed", name);
  return app.answer(name, input);
}

export function refusal(code: string, detail?: string): Answer<never> {
  const error = new AppError(code, detail === undefined ? {} : { detail });
  return { ok: false, error: error.toData() };
}
