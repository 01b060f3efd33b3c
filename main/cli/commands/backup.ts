import { resolve } from "node:path";
import { AppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
import { createBackup } from "../../features/backup/create-backup.ts";
import { writeBeside } from "../../records/files/outgoing.ts";
import type { Command, Options } from "../command.ts";
import { EXIT } from "../outcome/exit.ts";
import { withServices } from "../services.ts";
import type { CliIo } from "../terminal/io.ts";
import { print } from "../terminal/print.ts";
import { parseCommand } from "../words/parse.ts";

export const PASSPHRASE = {
  "passphrase-env": { type: "string", value: "VAR" },
} as const satisfies Options;

export const command: Command = {
  usage: ["backup FILE [--passphrase-env VAR]"],
  options: PASSPHRASE,
  async run(context, args) {
    const { values, positionals } = parseCommand(args, PASSPHRASE, { names: ["FILE"] });
    const path = resolve(positionals[0] ?? "");
    const passphrase = readPassphrase(context.io, values["passphrase-env"]);
    return await withServices(context, async ({ db, vault }) => {
      await writeBeside(context.dataDir, path, () => createBackup(db, vault, path, { passphrase }));
      await print(context, { file: path }, () => [t("cli:backup.written", { path })]);
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
