import { resolve } from "node:path";
import { AppError } from "../../common/errors.ts";
import { createBackup } from "../../features/backup/create-backup.ts";
import { writeBeside } from "../../records/files/outgoing.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../outcome/exit.ts";
import { withServices } from "../services.ts";
import type { CliIo } from "../terminal/io.ts";
import { print } from "../terminal/print.ts";
import { parseCommand } from "../words/parse.ts";

export const command: Command = {
  usage: ["backup FILE [--passphrase-env VAR]"],
  help: `Writes the whole data folder to one file, while other programs go on using it. With the
passphrase in the named environment variable it can be restored on another computer.`,
  async run(context, args) {
    const { values, positionals } = parseCommand(
      args,
      { "passphrase-env": { type: "string" } },
      { names: ["FILE"] },
    );
    const path = resolve(positionals[0] ?? "");
    const passphrase = readPassphrase(context.io, values["passphrase-env"]);
    return await withServices(context, async ({ db, vault }) => {
      await writeBeside(context.dataDir, path, () => createBackup(db, vault, path, { passphrase }));
      await print(context, { file: path }, () => [`Backup written to ${path}`]);
      return EXIT.done;
    });
  },
};

/** @throws AppError "usage-passphrase-env" */
export function readPassphrase(io: CliIo, variable: string | undefined): string | null {
  if (variable === undefined) return null;
  const passphrase = io.env[variable] ?? "";
  if (passphrase === "") throw new AppError("usage-passphrase-env", { params: { variable } });
  return passphrase;
}
