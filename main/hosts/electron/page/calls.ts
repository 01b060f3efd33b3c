import { Readable } from "node:stream";
import { type IpcMainInvokeEvent, ipcMain } from "electron";
import { BYTES_CHANNEL, CALL_CHANNEL, FILE_CHANNEL } from "../../../../preload/channels.ts";
import type { Answer } from "../../../../preload/errors.ts";
import type { App } from "../../../app/app-port.ts";
import { toAppError } from "../../../common/errors.ts";
import type { Uploads } from "../../window/uploads.ts";
import { acceptUpload, answerPage, refusal } from "../../window/window-calls.ts";
import { isPageUrl } from "./page-address.ts";

interface Behind {
  readonly services: App;
  readonly uploads: Uploads;
}

/**
 * The one place where calls of the page arrive. Who sends is checked here, for all of them. What
 * comes while the program still opens its data waits.
 * @returns comes with the first call: a page asks for nothing before its first screen is painted
 */
export function serveCalls(opening: Promise<Behind>): Promise<void> {
  const asked = Promise.withResolvers<void>();
  const answer = (how: (behind: Behind) => Promise<Answer<unknown>>) =>
    opening.then(how, (error: unknown) => ({
      ok: false as const,
      error: toAppError(error).toData(),
    }));
  handle(CALL_CHANNEL, (name, input) => {
    asked.resolve();
    return answer(({ services, uploads }) => answerPage(services, uploads, String(name), input));
  });
  handle(FILE_CHANNEL, (path) =>
    answer(async ({ services }) =>
      path === "" ? refusal("file-without-path") : services.answer("files.register", { path }),
    ),
  );
  handle(BYTES_CHANNEL, (name, bytes) =>
    answer(({ services, uploads }) => acceptBytes(services, uploads, String(name), bytes)),
  );
  return asked.promise;
}

/** A file without a path: a pasted table, or one dragged out of another program. */
async function acceptBytes(
  app: App,
  uploads: Uploads,
  name: string,
  bytes: unknown,
): Promise<Answer<unknown>> {
  if (!(bytes instanceof Uint8Array)) return refusal("bad-input", BYTES_CHANNEL);
  try {
    const file = { name, body: Readable.from([bytes]), bytes: bytes.byteLength };
    return { ok: true, value: await acceptUpload(app, uploads, file) };
  } catch (error) {
    return { ok: false, error: toAppError(error).toData() };
  }
}

function handle(
  channel: string,
  answer: (...values: readonly unknown[]) => Promise<Answer<unknown>>,
): void {
  ipcMain.handle(channel, (event, ...values: readonly unknown[]) =>
    isFromPage(event) ? answer(...values) : refusal("not-allowed", channel),
  );
}

/** Only the top frame of our own page may call; a frame that is gone has no say. */
function isFromPage({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isPageUrl(senderFrame.url);
}
