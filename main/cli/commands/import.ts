import { basename } from "node:path";
import type { Connection } from "../../../preload/types.ts";
import { toAppError } from "../../common/errors.ts";
import type { CliContext, Command } from "../command.ts";
import { type DataServices, withData } from "../data-services.ts";
import { withJob } from "../job/with-job.ts";
import { EXIT, type ExitStatus, exitOfError } from "../outcome/exit.ts";
import { invalidOutcome, NO_ROWS } from "../outcome/import-outcome.ts";
import { outcomeLines } from "../outcome/outcome.ts";
import { RefusedList } from "../outcome/refused-list.ts";
import { runImport } from "../sending/run-import.ts";
import { withList } from "../sending/spool-input.ts";
import { print } from "../terminal/print.ts";
import { tellError } from "../terminal/tell-error.ts";
import { IMPORT_OPTIONS, type ImportWords, parseImport } from "../words/import-words.ts";
import { findProfile } from "../words/profile.ts";

export const command: Command = {
  usage: ["import FILE --profile NAME [options]", "import [FILE] --job FILE [options]"],
  options: IMPORT_OPTIONS,
  async run(context, args) {
    const words = parseImport(await withJob(args));
    try {
      return await withData(context, (services) => importNamed(context, services, words));
    } catch (thrown) {
      const error = toAppError(thrown);
      if (exitOfError(error) !== EXIT.invalid) throw error;
      const findings = error instanceof RefusedList ? error.findings : [];
      for (const { message } of findings) context.io.err(message);
      const outcome = invalidOutcome(NO_ROWS, [], findings);
      const tried = words["dry-run"] === true ? { ...outcome, ...NO_REQUESTS } : outcome;
      await tellError(error, context.io, context.json, tried);
      return EXIT.invalid;
    }
  },
};

/** What `--dry-run` says of a list that was refused. */
const NO_REQUESTS = { dryRun: true, requests: [] };

async function importNamed(
  context: CliContext,
  services: DataServices,
  words: ImportWords,
): Promise<ExitStatus> {
  const connection = findProfile(services.connections, words.profile);
  return await withList(context, words.path, (path, name) =>
    importList(context, services, { ...words, path, name: basename(name) }, connection),
  );
}

async function importList(
  context: CliContext,
  services: DataServices,
  words: ImportWords,
  connection: Connection,
): Promise<ExitStatus> {
  const { name } = words;
  if (words["dry-run"] === true) {
    const { tryImport } = await import("../sending/try-import.ts");
    return await tryImport(context, services, words, connection);
  }
  const ended = await runImport(context, services, words, connection, { name });
  const { outcome, status } = ended;
  const notes = context.quiet ? [] : ended.notes;
  // The document has a fixed shape; what else is worth knowing is told beside it.
  if (context.json && outcome.state !== "invalid") for (const note of notes) context.io.err(note);
  if (context.quiet && !context.json && status === EXIT.done) return status;
  await print(context, outcome, () => [...outcomeLines(outcome, name), ...notes]);
  return status;
}
