import type { Readable } from "node:stream";
import type { Answer } from "../../../preload/errors.ts";
import type { App } from "../../app/app-port.ts";
import { AppError } from "../../common/errors.ts";
import type { Uploads } from "./uploads.ts";

/**
 * Calls that the page must not make itself: a page that could name paths could read any file.
 * Electron's preload script makes them with the path of a file the user dropped or chose.
 */
const NOT_FROM_THE_PAGE: ReadonlySet<string> = new Set(["files.register"]);

/** Calls that make a draft of a file: a file handed over by the page stays with it. */
const KEEP_THE_FILE: ReadonlySet<string> = new Set(["drafts.create", "history.importAgain"]);

/** Answers a call of the page, in both hosts. */
export async function answerPage(
  app: App,
  uploads: Uploads,
  name: string,
  input: unknown,
): Promise<Answer<unknown>> {
  if (NOT_FROM_THE_PAGE.has(name)) return refusal("not-allowed", name);
  const answer = await app.answer(name, input);
  if (answer.ok && KEEP_THE_FILE.has(name)) await uploads.keep(fileIdOf(input));
  return answer;
}

/** Stores what the page hands over without a path and makes it known to the services. */
export async function acceptUpload(
  app: App,
  uploads: Uploads,
  file: { readonly name: string; readonly body: Readable; readonly bytes: number | null },
): Promise<{ readonly fileId: string }> {
  const path = await uploads.receive(file.name, file.body, file.bytes);
  const fileId = app.registerFile(path);
  uploads.register(fileId, path);
  return { fileId };
}

function fileIdOf(input: unknown): string {
  return String((input as { readonly fileId?: unknown }).fileId);
}

export function refusal(code: string, detail?: string): Answer<never> {
  const error = new AppError(code, detail === undefined ? {} : { detail });
  return { ok: false, error: error.toData() };
}
