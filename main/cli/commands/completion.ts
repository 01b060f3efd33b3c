import type { Command } from "../command.ts";
import { completedCommands } from "../completion/model.ts";
import { completionScript, SHELLS } from "../completion/scripts.ts";
import { EXIT } from "../outcome/exit.ts";
import { parseChoice, parseCommand } from "../words/parse.ts";

export const command: Command = {
  usage: [`completion ${SHELLS.join("|")}`],
  actions: SHELLS,
  options: {},
  async run({ io, commands }, args) {
    const { positionals } = parseCommand(args, {}, { names: ["SHELL"] });
    const shell = parseChoice(positionals[0] ?? "", "completion", SHELLS);
    await io.out(completionScript(shell, await completedCommands(commands)));
    return EXIT.done;
  },
};
