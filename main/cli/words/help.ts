import type { Command } from "../command.ts";

const PROGRAM = "loyalty-importer";

const GLOBAL = `Every command takes:
  --data-dir DIR   the data folder (default: the application's own)
  --json           one JSON document on standard output and nothing else there
  --help           what a command does and its options

Exit status: 0 done, 2 wrong usage, 3 the file or its rows are not valid and nothing was sent,
4 could not be sent now and is queued, 5 the API rejected it, 6 uncertain and a person must
decide, 1 anything else.
`;

type Commands = Readonly<Record<string, () => Promise<{ readonly command: Command }>>>;

/** All ways of calling the program. */
export async function usage(commands: Commands): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  const lines = loaded.flatMap(({ command }) => command.usage);
  return `Usage: ${PROGRAM} COMMAND ...\n\n${lines.map((line) => `  ${line}\n`).join("")}\n${GLOBAL}`;
}

export function helpOf(command: Command): string {
  const lines = command.usage.map((line) => `  ${line}\n`).join("");
  return `Usage:\n${lines}\n${command.help}\n\n${GLOBAL}`;
}
