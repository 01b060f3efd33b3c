import { printableJson } from "../../common/printable.ts";
import { listRows } from "../../pipeline/sources/rows.ts";
import type { Command, Options } from "../command.ts";
import { EXIT } from "../outcome/exit.ts";
import { withList } from "../sending/spool-input.ts";
import { parseCommand } from "../words/parse.ts";
import { PASSWORD_OPTIONS, readPassword, refusePasswordTwice } from "../words/read-password.ts";
import { TEXT_OPTIONS, textChoice } from "../words/text-words.ts";

/** Texts of this length go out together: a write a row would be slow. */
const PIECE_LENGTH = 64 * 1024;

const OPTIONS = {
  sheet: { type: "string", value: "NAME" },
  ...TEXT_OPTIONS,
  ...PASSWORD_OPTIONS,
} as const satisfies Options;

export const command: Command = {
  usage: [
    "rows FILE [--sheet NAME] [--encoding NAME] [--delimiter comma|semicolon|tab|bar | --lined-up] [--decode-back] [--password-env VAR | --password-stdin]",
  ],
  options: OPTIONS,
  async run(context, args) {
    const { io } = context;
    const { values, positionals } = parseCommand(args, OPTIONS, { names: ["FILE"] });
    const [file = ""] = positionals;
    refusePasswordTwice(values, file);
    const options = {
      signal: io.signal,
      ...textChoice(values),
      ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
      ...(await readPassword(io, values)),
    };
    return await withList(context, file, async (path) => {
      let piece = "";
      for await (const cells of listRows(path, options)) {
        piece += `${printableJson(cells)}\n`;
        if (piece.length < PIECE_LENGTH) continue;
        if (!(await io.out(piece))) return EXIT.done;
        piece = "";
      }
      if (piece !== "") await io.out(piece);
      return EXIT.done;
    });
  },
};
