import { resolve } from "node:path";
import { restoreBackup } from "../../features/backup/restore-backup.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../outcome/exit.ts";
import { print } from "../terminal/print.ts";
import { parseCommand } from "../words/parse.ts";
import { readPassphrase } from "./backup.ts";

export const command: Command = {
  usage: ["restore FILE [--passphrase-env VAR]"],
  help: `Puts a backup in the place of the data folder's data, which stays beside it under another name.
No window may have the data folder open.`,
  async run(context, args) {
    const { values, positionals } = parseCommand(
      args,
      { "passphrase-env": { type: "string" } },
      { names: ["FILE"] },
    );
    const path = resolve(positionals[0] ?? "");
    const passphrase = readPassphrase(context.io, values["passphrase-env"]);
    const { secrets } = await context.createHost(context.dataDir);
    const restored = await restoreBackup(path, context.dataDir, secrets, passphrase);
    await print(context, { file: path, ...restored }, () => [
      `Restored from ${path}`,
      ...(restored.kept === null ? [] : [`What was there before is kept as ${restored.kept}`]),
      ...(restored.keysToEnter.length > 0
        ? [`Enter the API keys again of: ${restored.keysToEnter.join(", ")}`]
        : []),
      ...(restored.waiting > 0
        ? [
            `Batches that wait in the backup: ${restored.waiting}. They may have been sent since it was made, so sending is paused: look at the queue, cancel what has arrived, then resume.`,
          ]
        : []),
    ]);
    return EXIT.done;
  },
};
