import { AppError, toAppError } from "../common/errors.ts";
import { chooseDataDir } from "../common/host/data-dir.ts";
import type { Host } from "../common/host/host.ts";
import { printable, printableJson } from "../common/printable.ts";
import { VERSION } from "../common/version.ts";
import type { CliContext } from "./command.ts";
import { EXIT, type ExitStatus, exitOfError } from "./outcome/exit.ts";
import { cliDataDir, tryGlobal } from "./start-words.ts";
import type { CliIo } from "./terminal/io.ts";
import { tellError } from "./terminal/tell-error.ts";
import { COMMANDS, HELP } from "./words/commands.ts";
import { helpOf, usage } from "./words/help.ts";
import { nearest } from "./words/nearest.ts";
import { parseCommand } from "./words/parse.ts";
import { parseGlobal } from "./words/parse-global.ts";

/**
 * Runs one command; what went wrong is one line on standard error (and, with --json, the document
 * `{"error": {code, message}}`).
 */
export async function runCli(
  args: readonly string[],
  given: CliIo,
  createHost: (dataDir: string) => Promise<Host>,
): Promise<ExitStatus> {
  let endAhead: () => Promise<void> = async () => undefined;
  let io: CliIo = { ...given, err: (line) => given.err(printable(line)) };
  try {
    // In no language: nothing has to be read to say it.
    const first = tryGlobal(args);
    if (first?.version === true) {
      await io.out(first.json ? asDocument({ version: VERSION }) : `${VERSION}\n`);
      return EXIT.done;
    }
    // A list takes longest to be read: that begins before all else is loaded.
    if (first?.command === "import" && !first.help) {
      const ahead = await import("./read-ahead.ts");
      endAhead = ahead.endAhead;
      await ahead.readAhead(first.rest);
    }
    await speakFor(args);
    const asked = parseGlobal(args);
    const isHelp = asked.command === HELP;
    const [topic = null, ...others] = isHelp ? asked.rest : [];
    const { rest, ...global } = isHelp ? { ...asked, help: true, rest: others } : asked;
    const name = isHelp ? topic : asked.command;
    const load = name !== null && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (isHelp && name !== null && load === undefined && name !== HELP) throw unknownCommand(name);
    if (global.help) {
      const text =
        name === null || load === undefined
          ? await usage(COMMANDS)
          : helpOf(name, (await load()).command);
      await io.out(global.json ? asDocument({ help: text }) : text);
      return EXIT.done;
    }
    if (name === null) return await refuseBare(global.json, rest, io);
    if (load === undefined) {
      throw unknownCommand(name);
    }
    const { json, quiet, verbose } = global;
    if (quiet) io = { ...io, terminal: null };
    const context: CliContext = {
      ...{ io, json, quiet, createHost, commands: COMMANDS },
      dataDir: chooseDataDir(global.dataDir),
      note: (line) => quiet || io.err(line),
      step: (line) => verbose && io.err(line()),
    };
    return await (await load()).command.run(context, rest);
  } catch (thrown) {
    const error = toAppError(thrown);
    await tellError(error, io, args.includes("--json"));
    return exitOfError(error);
  } finally {
    await endAhead();
  }
}

/**
 * Where no command is given all of them are told; programs get one error.
 * @throws AppError usage-option-unknown where an option is mistyped | usage-command-missing
 */
async function refuseBare(
  json: boolean,
  [word]: readonly string[],
  io: CliIo,
): Promise<ExitStatus> {
  if (word !== undefined && word !== "-" && word !== "--") parseCommand([word], {}, { names: [] });
  if (json) throw new AppError("usage-command-missing");
  for (const line of (await usage(COMMANDS)).trimEnd().split("\n")) io.err(line);
  return EXIT.usage;
}

function asDocument(document: object): string {
  return `${printableJson(document, 2)}\n`;
}

function unknownCommand(command: string): AppError {
  const all = Object.keys(COMMANDS);
  const params = { command, names: all.join(", ") };
  const near = nearest(command, [...all, HELP]);
  return near === null
    ? new AppError("usage-command-unknown", { params })
    : new AppError("usage-command-unknown", { params: { ...params, near, context: "near" } });
}

/** In the language that is set in the data folder, else in that of the system. */
async function speakFor(args: readonly string[]): Promise<void> {
  const [{ peekSettings }, { speakAs }] = await Promise.all([
    import("../records/settings-peek.ts"),
    import("../records/settings.ts"),
  ]);
  await speakAs(peekSettings(cliDataDir(args)));
}
