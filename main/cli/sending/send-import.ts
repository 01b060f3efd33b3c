import { t } from "../../common/text.ts";
import type { CliContext } from "../command.ts";
import type { CliServices } from "../services.ts";
import { createPaceText } from "../terminal/pace-text.ts";
import { createProgress } from "../terminal/progress.ts";
import { send } from "./send.ts";

/** Sends what is open of an import, and waits for it as long as `send` does. */
export async function sendImport(
  context: CliContext,
  services: CliServices,
  importId: number,
): Promise<void> {
  const { history } = services;
  const progress = createProgress(context.io);
  const pace = createPaceText();
  let told = -1;
  const show = () => {
    const { counts } = history.summary(importId);
    const done = counts.batches - counts.open;
    const answered = counts.rowsAccepted + counts.rowsRejected + counts.rowsUncertain;
    const more = pace(answered, counts.rows - answered);
    progress.update(t("cli:progress.sending"), done, counts.batches, more);
    if (done === told) return;
    told = done;
    context.step(() => t("cli:verbose.batches", { done, total: counts.batches }));
  };
  try {
    await send(context, services, {
      now: false,
      open: () => history.summary(importId).counts.open,
      onChange: show,
    });
  } finally {
    progress.end();
  }
}
