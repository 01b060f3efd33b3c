import { resolve } from "node:path";
import { dateFormats } from "../../../preload/lists/date-formats.ts";
import type { Connection, FileReading } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { holdYoungSpace } from "../../common/host/young-space.ts";
import { t } from "../../common/text.ts";
import { lexicon } from "../../pipeline/mapping/headers/lexicon.ts";
import { inWords, readFirst } from "../../pipeline/sources/read-first.ts";
import { hashFile, keepFileHash } from "../../pipeline/staging/file-hash.ts";
import { stageList } from "../../pipeline/staging/stage.ts";
import { purgeStagings } from "../../pipeline/staging/sweep.ts";
import { lookAhead } from "../../pipeline/staging/thread/prepared-thread.ts";
import { knownCustomFields } from "../../records/connections/custom-fields.ts";
import { reliesOn, writeCheckedFor } from "../../records/drafts/checked-for.ts";
import type { StagingResult } from "../../records/drafts/staging-types.ts";
import type { CliContext } from "../command.ts";
import type { DataServices } from "../data-services.ts";
import { RefusedList } from "../outcome/refused-list.ts";
import { createProgress } from "../terminal/progress.ts";
import { tellMapping, tellReading } from "../terminal/steps.ts";
import type { ImportWords } from "../words/import-words.ts";
import { likelyInWindow, namedMapping, type WindowMapping } from "../words/kept-mapping.ts";
import { chooseMapping } from "../words/mapping.ts";
import { type ChosenOptions, chooseOptions, requireSetup } from "../words/options.ts";
import { readPassword } from "../words/read-password.ts";
import { parseWhere } from "../words/where.ts";

/** A list that was read and checked whole; its rows wait sealed in the database. */
export interface StagedImport extends ChosenOptions {
  readonly reading: FileReading;
  readonly result: StagingResult;
  /** The mapping of an earlier import from the window that was used by itself. */
  readonly remembered: WindowMapping["remembered"];
}

/**
 * Reads and checks the whole list. Where that fails, nothing of it is left behind.
 * @param onRows called as rows come: while they do there is time for something else
 * @throws AppError usage-* | list-* | file-*
 */
export async function stageImport(
  context: CliContext,
  services: DataServices,
  words: ImportWords,
  connection: Connection,
  onRows: () => void = () => undefined,
): Promise<StagedImport> {
  const { io } = context;
  const { options, ...sending } = chooseOptions(words, connection);
  const path = resolve(words.path);
  const password = await readPassword(io, words);
  const wanted = { ...words.choice, ...password };
  const looking = lookAhead(path, wanted);
  // What the columns are known by is read while the thread looks.
  lexicon();
  const ahead = await looking;
  const reading = ahead === null ? await readFirst(path, wanted) : inWords(ahead.reading);
  requireEncoding(reading);
  tellReading(context, words.name, reading);
  const maps = words.map ?? [];
  const {
    mapping: begun,
    conditions,
    remembered,
  } = await begin(services, words, reading, connection);
  const mapping = chooseMapping(
    reading,
    maps,
    words["date-format"] ?? [],
    // The names that the API gave when it was last asked. An import does not wait to ask again.
    knownCustomFields(services.db, connection),
    words["amount-format"],
    () => begun,
  );
  const all = [
    ...conditions,
    ...(words.where ?? []).map((text) => parseWhere(text, reading.columns)),
  ];
  const chosen = {
    ...sending,
    options: all.length === 0 ? options : { ...options, conditions: all },
  };
  try {
    requireSetup(mapping, chosen.options, reading.columns, maps.length > 0);
  } catch (error) {
    throw error instanceof AppError ? new RefusedList(error, reading) : error;
  }
  tellMapping(context, mapping, reading.columns, chosen);
  const progress = createProgress(io);
  const checking = t("cli:progress.checking");
  let hashing: Promise<Buffer | null> | undefined;
  // Taken first: what another program sends while the list is read was not compared.
  const relied = reliesOn(services.db, connection.id);
  try {
    const result = await stageList(
      services.db,
      services.vault,
      {
        draftId: null,
        path,
        ...password,
        ...(ahead === null ? {} : { stamp: ahead.stamp }),
        choice: { ...words.choice, sheet: reading.sheet, headerRow: reading.headerRow },
        columns: reading.columns,
        mapping,
        options: chosen.options,
        batchRows: chosen.batchRows,
        batchBytes: connection.settings.batchBytes,
      },
      {
        signal: io.signal,
        onProgress(rows) {
          // Begun while rows come: before the first ones this thread holds up the one that reads them.
          hashing ??= hashFile(services.vault, path);
          // Awaited below; where the list cannot be read, that is what is told.
          hashing.catch(() => undefined);
          holdYoungSpace();
          onRows();
          progress.update(checking, rows, null);
        },
      },
    );
    await keepFileHash(services.db, services.vault, result.stagingId, path, hashing);
    if (relied !== null) writeCheckedFor(services.db, result.stagingId, relied);
    return { ...chosen, reading, result, remembered };
  } catch (error) {
    await purgeStagings(services.db);
    throw inCommandWords(error);
  } finally {
    progress.end();
  }
}

/** Where the columns go unless `--map` says so. */
async function begin(
  { db }: DataServices,
  words: ImportWords,
  reading: FileReading,
  connection: Connection,
): Promise<WindowMapping> {
  if (words.map !== undefined) return { mapping: [], conditions: [], remembered: null };
  return words.mapping === undefined
    ? likelyInWindow(db, reading, connection)
    : await namedMapping(db, words.mapping, reading, connection);
}

/** @throws AppError encoding-undecided: nobody is there to be asked */
function requireEncoding({ notices }: FileReading): void {
  const asked = notices.find(({ code }) => code === "encoding-unsure");
  if (asked !== undefined) throw new AppError("encoding-undecided", { params: asked.params });
}

/** The window's remedy for unclear dates is a click, the command line's is an option. */
function inCommandWords(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  if (error.code === "amount-format-undecided") {
    return new AppError("list-amount-format", { params: error.params, cause: error });
  }
  if (!error.code.startsWith("date-format-")) return error;
  const column = error.params.column ?? "";
  const isMixed = error.code !== "date-format-undecided";
  return new AppError(isMixed ? "list-date-mixed" : "list-date-format", {
    params: { column, formats: dateFormats.join(", ") },
    cause: error,
  });
}
