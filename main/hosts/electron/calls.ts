import { type IpcMainInvokeEvent, ipcMain } from "electron";
import { CALL_CHANNEL, FILE_CHANNEL } from "../../../preload/channels.ts";
import type { Answer } from "../../../preload/errors.ts";
import type { App } from "../app-port.ts";
import { answerPage, refusal } from "../window-calls.ts";
import { isPageUrl } from "./page-address.ts";

/** The one place where calls of the page arrive. Who sends is checked here, for all of them. */
export function serveCalls(app: App): void {
  handle(CALL_CHANNEL, (name, input) => answerPage(app, String(name), input));
  handle(FILE_CHANNEL, async (path) =>
    // A File made by a script, or dragged out of another program, has no path.
    path === "" ? refusal("file-without-path") : app.answer("files.register", { path }),
  );
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
