import { printableJson } from "../../common/printable.ts";
import { listRows } from "../../pipeline/sources/rows.ts";
import type { Command, Options } from "../command.ts";
import { EXIT } from "../outcome/exit.ts";
import { parseCommand } from "../words/parse.ts";
import { PASSWORD_OPTIONS, readPassword } from "../words/read-password.ts";

/** Texts of this length go out together: a write a row would be slow. */
const PIECE_LENGTH = 64 * 1024;

const OPTIONS = {
  sheet: { type: "string", value: "NAME" },
  ...PASSWORD_OPTIONS,
} as const satisfies Options;

export const command: Command = {
  usage: ["rows FILE [--sheet NAME] [--password-env VAR | --password-stdin]"],
  options: OPTIONS,
  async run({ io }, args) {
    const { values, positionals } = parseCommand(args, OPTIONS, { names: ["FILE"] });
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
