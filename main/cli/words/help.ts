import { t } from "../../common/text.ts";
import type { Command, Commands, Option, Options } from "../command.ts";
import { GLOBAL_OPTIONS } from "./global-options.ts";

const PROGRAM = "loyalty-importer";
/** Characters of a line: what consoles show without breaking it. */
const WIDTH = 100;
/** The widest column of options; a longer one has its text on the next line. */
const MAX_LEFT = 34;

/** All ways of calling the program. */
export async function usage(commands: Commands): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  const lines = loaded.flatMap(({ command }) => command.usage);
  return [
    `${t("cli:help.usage")}: ${PROGRAM} COMMAND ...`,
    "",
    ...lines.flatMap((line) => hanging("  ", line, "      ")),
    "",
    t("cli:help.more", { command: `${PROGRAM} help COMMAND` }),
    "",
    ...foot(),
    "",
  ].join("\n");
}

/** One command, what it does and its options. */
export function helpOf(name: string, command: Command): string {
  return [
    `${t("cli:help.usage")}:`,
    ...command.usage.flatMap((line) => hanging("  ", line, "      ")),
    "",
    ...hanging("", t(`cli:about.${name}`)),
    "",
    ...optionLines(t("cli:help.options"), command.options),
    ...foot(),
    "",
  ].join("\n");
}

function foot(): readonly string[] {
  return [...optionLines(t("cli:help.global"), GLOBAL_OPTIONS), ...hanging("", t("cli:help.exit"))];
}

function optionLines(title: string, options: Options): readonly string[] {
  const rows = Object.entries(options).map(([name, option]) => [
    `  ${written(name, option)}`,
    t(`cli:options.${option.text ?? name}`),
  ]);
  if (rows.length === 0) return [];
  const width = Math.min(MAX_LEFT, Math.max(...rows.map(([left = ""]) => left.length))) + 3;
  const indent = " ".repeat(width);
  const lines = rows.flatMap(([left = "", text = ""]) =>
    left.length + 2 > width
      ? [left, ...hanging(indent, text)]
      : hanging(left.padEnd(width), text, indent),
  );
  return [`${title}:`, ...lines, ""];
}

/** `--map "HEADER=FIELD"` */
function written(name: string, { value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

/** Broken between words; further lines stand under the first one's text. */
function hanging(first: string, text: string, indent = first): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isBare = true;
  for (const word of text.split(" ")) {
    if (!isBare && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
      isBare = true;
    }
    line += isBare ? word : ` ${word}`;
    isBare = false;
  }
  return [...lines, line];
}
