import { resolve } from "node:path";
import { t } from "../../common/text.ts";
import { restoreBackup } from "../../features/backup/restore-backup.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../outcome/exit.ts";
import { print } from "../terminal/print.ts";
import { parseCommand } from "../words/parse.ts";
import { PASSPHRASE, readPassphrase } from "./backup.ts";

export const command: Command = {
  usage: ["restore FILE [--passphrase-env VAR]"],
  options: PASSPHRASE,
  async run(context, args) {
    const { values, positionals } = parseCommand(args, PASSPHRASE, { names: ["FILE"] });
    const path = resolve(positionals[0] ?? "");
    const passphrase = readPassphrase(context.io, values["passphrase-env"]);
    const { secrets } = await context.createHost(context.dataDir);
    const restored = await restoreBackup(path, context.dataDir, secrets, passphrase);
    await print(context, { file: path, ...restored }, () => [
      t("cli:backup.restored", { path }),
      ...(restored.kept === null ? [] : [t("cli:backup.kept", { path: restored.kept })]),
      ...(restored.keysToEnter.length > 0
        ? [t("cli:backup.keys", { names: restored.keysToEnter.join(", ") })]
        : []),
      ...(restored.waiting > 0 ? [t("cli:backup.waiting", { number: restored.waiting })] : []),
    ]);
    return EXIT.done;
  },
};
