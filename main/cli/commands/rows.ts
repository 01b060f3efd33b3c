import { printableJson } from "../../common/printable.ts";
import { listRows } from "../../pipeline/sources/rows.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../outcome/exit.ts";
import { parseCommand } from "../words/parse.ts";
import { PASSWORD_OPTIONS, readPassword } from "../words/read-password.ts";

/** Texts of this length go out together: a write a row would be slow. */
const PIECE_LENGTH = 64 * 1024;

export const command: Command = {
  usage: ["rows FILE [--sheet NAME] [--password-env VAR | --password-stdin]"],
  help: `Prints the sheet as read, before any mapping: one JSON array of cell texts a line.
--sheet "A / B" or "*": several sheets as one list, as import reads them. --password-env,
--password-stdin: the password of an encrypted .xlsx comes from that environment variable or from
standard input.`,
  async run({ io }, args) {
    const { values, positionals } = parseCommand(
      args,
      { sheet: { type: "string" }, ...PASSWORD_OPTIONS },
      { names: ["FILE"] },
    );
    const [path = ""] = positionals;
    const options = {
      signal: io.signal,
      ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
      ...(await readPassword(io, values)),
    };
    let piece = "";
    for await (const cells of listRows(path, options)) {
      piece += `${printableJson(cells)}\n`;
      if (piece.length < PIECE_LENGTH) continue;
      if (!(await io.out(piece))) return EXIT.done;
      piece = "";
    }
    if (piece !== "") await io.out(piece);
    return EXIT.done;
  },
};
