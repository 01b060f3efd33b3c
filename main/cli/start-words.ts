import { existsSync } from "node:fs";
import { chooseDataDir } from "../common/host/data-dir.ts";
import { COMMANDS, HELP } from "./words/commands.ts";
import { parseGlobal } from "./words/parse-global.ts";

/**
 * Whether the words of a start are for the command line, not for the window: a command, also one
 * with a wrong option or with a typing error, which is told there. Files come with their path or
 * ending.
 */
export function isCliStart(args: readonly string[]): boolean {
  const { command, help, version } = tryGlobal(args) ?? {
    command: args.find((arg) => Object.hasOwn(COMMANDS, arg)) ?? null,
    help: false,
    version: false,
  };
  return help || version || (command !== null && isCommandLike(command));
}

function isCommandLike(word: string): boolean {
  return (
    word === HELP || Object.hasOwn(COMMANDS, word) || (/^[a-z-]+$/i.test(word) && !existsSync(word))
  );
}

/** The data folder of a start; where the words are wrong, which the command tells, the default. */
export function cliDataDir(args: readonly string[]): string {
  return chooseDataDir(tryGlobal(args)?.dataDir ?? null);
}

/** The options that every command takes; null where they are wrong. */
export function tryGlobal(args: readonly string[]): ReturnType<typeof parseGlobal> | null {
  try {
    return parseGlobal(args);
  } catch {
    return null;
  }
}
