import { resolve } from "node:path";

/**
 * The words of a start that are for this program.
 * @param appPath where Electron was started with the folder of the program, as while developing;
 * before it stand words for Electron alone (`--inspect`). Null where the program is Electron itself.
 */
export function ownWords(argv: readonly string[], appPath: string | null): readonly string[] {
  if (appPath === null) return argv.slice(1);
  const named = argv.findIndex((word, at) => at > 0 && resolve(word) === resolve(appPath));
  // A folder reached by another name: Electron takes the first word that is no switch.
  const first = argv.findIndex((word, at) => at > 0 && !word.startsWith("-"));
  const folder = named === -1 ? first : named;
  return folder === -1 ? [] : argv.slice(folder + 1);
}
