import type { Commands, Options } from "../command.ts";
import { GLOBAL_OPTIONS } from "../words/global-options.ts";

/** What a shell has to know of a command to complete it. */
export interface CompletedCommand {
  readonly name: string;
  readonly actions: readonly string[];
  /** With their two hyphens, those of every command with them. */
  readonly options: readonly string[];
  /** Options with the values that they can have. */
  readonly choices: readonly (readonly [option: string, values: readonly string[]])[];
  /** Options whose value is something else: a file, a name, a number. */
  readonly valued: readonly string[];
}

/** Values that are spelt out in the usage: "update|yes|ignore". */
const CHOICE = /^[a-z-]+(?:\|[a-z-]+)+$/;

export async function completedCommands(commands: Commands): Promise<readonly CompletedCommand[]> {
  return await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { command } = await load();
      const options: Options = { ...command.options, ...GLOBAL_OPTIONS };
      const entries = Object.entries(options);
      const choices = entries.flatMap(([option, { value = "" }]) =>
        CHOICE.test(value) ? [[`--${option}`, value.split("|")] as const] : [],
      );
      const spelt = new Set(choices.map(([option]) => option));
      return {
        name,
        actions: command.actions ?? [],
        options: entries.map(([option]) => `--${option}`),
        choices,
        valued: entries
          .filter(([option, { type }]) => type === "string" && !spelt.has(`--${option}`))
          .map(([option]) => `--${option}`),
      };
    }),
  );
}
