import type { Draft } from "../../../preload/types.ts";
import type { App } from "../../app/app-port.ts";
import type { Host } from "../../common/host/host.ts";

/**
 * Files the user handed to the program itself (its icon, "open with", a second start): each
 * becomes a draft, which the window shows, or the window says why not.
 * @param paths absolute
 */
export async function openFiles(
  app: App,
  host: Pick<Host, "emit">,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) {
    const fileId = app.registerFile(path);
    const answer = await app.answer("drafts.create", { fileId });
    if (answer.ok) host.emit({ kind: "open-draft", draftId: (answer.value as Draft).id });
    else host.emit({ kind: "open-failed", error: answer.error, fileId });
  }
}
