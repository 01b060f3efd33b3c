import { undoPlan } from "../../history/undo-plan.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../exit.ts";
import { parseCommand, parseId } from "../parse.ts";
import { print } from "../print.ts";
import { withServices } from "../services.ts";

export const command: Command = {
  usage: ["undo IMPORT [--dry-run]"],
  help: "Shows what of an import can be undone, and does it.",
  async run(context, args) {
    const { values, positionals } = parseCommand(
      args,
      { "dry-run": { type: "boolean" } },
      { names: ["IMPORT"] },
    );
    const importId = parseId(positionals[0] ?? "", "IMPORT");
    return await withServices(context, async ({ history }) => {
      history.summary(importId);
      const { possible, message } = undoPlan(importId);
      const dryRun = values["dry-run"] === true;
      await print(context, { import: importId, possible, dryRun, message }, () => [message]);
      return EXIT.done;
    });
  },
};
