import { printableJson } from "../../common/printable.ts";
import { listRows } from "../../pipeline/sources/rows.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../outcome/exit.ts";
import { parseCommand } from "../words/parse.ts";

/** Texts of this length go out together: a write a row would be slow. */
const PIECE_LENGTH = 64 * 1024;

export const command: Command = {
  usage: ["rows FILE [--sheet NAME]"],
  help: 'Prints the sheet as read, before any mapping: one JSON array of cell texts a line.\n--sheet "A / B" or "*": several sheets as one list, as import reads them.',
  async run({ io }, args) {
    const { values, positionals } = parseCommand(
      args,
      { sheet: { type: "string" } },
      { names: ["FILE"] },
    );
    const [path = ""] = positionals;
    const options = {
      signal: io.signal,
      ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
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
