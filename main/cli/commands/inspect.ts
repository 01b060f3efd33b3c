import type { FileReading, ListColumn, Mapping } from "../../../preload/types.ts";
import { AppError, toAppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
import { createListContents } from "../../pipeline/mapping/contents/list-contents.ts";
import {
  maskFindings,
  maskReading,
  secretColumns,
} from "../../pipeline/mapping/contents/secret-columns.ts";
import { unusedMeanings } from "../../pipeline/mapping/contents/unused-meanings.ts";
import { proposeMapping } from "../../pipeline/mapping/propose.ts";
import { firstCells, isBlank } from "../../pipeline/sources/data-rows.ts";
import { asFinding, mergeFindings } from "../../pipeline/sources/finding.ts";
import { createMisreadRows } from "../../pipeline/sources/misread/misread-rows.ts";
import { openSource } from "../../pipeline/sources/open.ts";
import { look } from "../../pipeline/sources/read-first.ts";
import { withCustomerSamples } from "../../pipeline/sources/shape/customer-samples.ts";
import {
  createRowJudge,
  NO_CUSTOMERS,
  type OddRow,
} from "../../pipeline/sources/shape/row-judge.ts";
import { createRowTally } from "../../pipeline/sources/shape/row-tally.ts";
import type { ListSource, SourceRow } from "../../pipeline/sources/source.ts";
import { sourceOptions } from "../../pipeline/sources/source-options.ts";
import type { CliContext, Command, Options } from "../command.ts";
import { EXIT, type ExitStatus, exitOfError } from "../outcome/exit.ts";
import { withList } from "../sending/spool-input.ts";
import { columns as columnLines, print, titles } from "../terminal/print.ts";
import { createProgress, type Progress } from "../terminal/progress.ts";
import { tellError } from "../terminal/tell-error.ts";
import { inOptions, printedFinding, withExample } from "../words/in-options.ts";
import { parseCommand, parseNumber } from "../words/parse.ts";
import { PASSWORD_OPTIONS, readPassword, refusePasswordTwice } from "../words/read-password.ts";
import { TEXT_OPTIONS, textChoice } from "../words/text-words.ts";

const MAX_ROW = 1_048_576;

const OPTIONS = {
  sheet: { type: "string", value: "NAME" },
  "header-row": { type: "string", value: "N" },
  ...TEXT_OPTIONS,
  ...PASSWORD_OPTIONS,
} as const satisfies Options;

export const command: Command = {
  usage: [
    "inspect FILE [--sheet NAME] [--header-row N] [--encoding NAME] [--delimiter comma|semicolon|tab|bar | --lined-up] [--decode-back] [--password-env VAR | --password-stdin]",
  ],
  options: OPTIONS,
  async run(context, args) {
    const { values, positionals } = parseCommand(args, OPTIONS, { names: ["FILE"] });
    const [file = ""] = positionals;
    const row = values["header-row"];
    const choice = {
      ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
      ...textChoice(values),
      ...(row === undefined
        ? {}
        : { headerRow: parseNumber(row, "--header-row", { min: 0, max: MAX_ROW }) }),
    };
    refusePasswordTwice(values, file);
    const password = await readPassword(context.io, values);
    return await withList(context, file, (path, name) =>
      inspectList(context, { path, name, choice: { ...choice, ...password } }),
    );
  },
};

interface Inspected {
  readonly path: string;
  /** As it was typed. */
  readonly name: string;
  readonly choice: Parameters<typeof look>[1] & Parameters<typeof sourceOptions>[0];
}

async function inspectList(context: CliContext, list: Inspected): Promise<ExitStatus> {
  const { path, name, choice } = list;
  const progress = createProgress(context.io);
  const source = await openSource(path, {
    ...sourceOptions(choice),
    signal: context.io.signal,
  });
  try {
    const reading = await lookOrRefuse(context, source, list, progress);
    if (reading instanceof AppError) return exitOfError(reading);
    const tally = createRowTally();
    const mapping = proposed(reading);
    const { columns } = reading;
    const meanings = unusedMeanings(columns, mapping);
    const contents = createListContents(columns, mapping, {}, meanings);
    const misread = createMisreadRows();
    const sizes = await measure(source, reading, progress, (row, odd) => {
      if (odd !== null) tally.add(odd, row.number);
      if (odd !== null && NO_CUSTOMERS.has(odd)) return;
      contents.add(row);
      misread.add(row.number, row.cells);
    });
    const notices = source.notices(reading.sheet);
    const ofRows = [
      ...notices,
      ...tally.findings(),
      ...contents.findings(),
      ...misread.findings(),
    ].map((each) => asFinding(each, reading.sheet));
    const found = mergeFindings(reading.notices, ofRows).map(inOptions);
    const secret = secretColumns(reading.columns, mapping);
    const findings = maskFindings(found, secret).map(withExample);
    const document = {
      ...describe(name, maskReading(withCustomerSamples(reading), mapping), sizes, mapping),
      findings: findings.map((each) => printedFinding(each, reading.sheet)),
    };
    const notes = findings.map(({ message }) => message);
    // The document has a fixed shape; what else is worth knowing is told beside it.
    if (context.json) for (const note of notes) context.note(note);
    await print(context, document, () => [...linesOf(document, mapping), ...notes]);
  } finally {
    progress.end();
    await source.close();
  }
  return EXIT.done;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
  /** Rows below the header row that hold anything. */
  readonly below: number;
}

/** Reads every sheet once: what a file says of its own size is often wrong. */
async function measure(
  source: ListSource,
  reading: FileReading,
  progress: Progress,
  add: (row: SourceRow, odd: OddRow | null) => void,
): Promise<ReadonlyMap<string, Size>> {
  const sizes = new Map<string, Size>();
  // A list of several sheets is read once more, as one.
  const names = new Set([...source.sheets.map(({ name }) => name), reading.sheet]);
  for (const name of names) {
    let rows = 0;
    let columns = 0;
    let below = 0;
    const isList = name === reading.sheet;
    const judge = createRowJudge(reading);
    const how = isList ? { headerRow: reading.headerRow } : {};
    for await (const chunk of source.rows(name, how)) {
      for (const row of chunk) {
        rows = row.number;
        columns = Math.max(columns, row.cells.length);
        if (row.number <= reading.headerRow || isBlank(row)) continue;
        below += 1;
        if (isList) add(row, judge(row));
      }
      progress.update(t("cli:progress.reading"), rows, null);
    }
    sizes.set(name, { rows, columns, below });
  }
  return sizes;
}

/**
 * The first look; where the list is refused, the sheets are told with the reason, so that another
 * one can be named, and the reason is returned.
 */
async function lookOrRefuse(
  context: CliContext,
  source: ListSource,
  { name, choice }: Inspected,
  progress: Progress,
): Promise<FileReading | AppError> {
  try {
    return await look(source, choice);
  } catch (thrown) {
    const error = toAppError(thrown);
    const sheets = await sheetsOf(source, progress);
    const { format, encoding, delimiter } = source;
    const document = { file: name, format, encoding, delimiter, sheets };
    await tellError(error, context.io, context.json, document);
    // The only sheet is the one that was refused.
    if (!context.json && sheets.length > 1)
      await print(context, document, () => sheets.map(sheetLine));
    return error;
  }
}

/** Every sheet as far as it can be read. */
async function sheetsOf(source: ListSource, progress: Progress): Promise<readonly ShownSheet[]> {
  const shown: ShownSheet[] = [];
  for (const { name, hidden, ...known } of source.sheets) {
    let rows = 0;
    let columns = 0;
    try {
      for await (const chunk of source.rows(name)) {
        rows = chunk.at(-1)?.number ?? rows;
        for (const { cells } of chunk) columns = Math.max(columns, cells.length);
        progress.update(t("cli:progress.reading"), rows, null);
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      rows = known.rows ?? rows;
      columns = known.columns ?? columns;
    }
    shown.push({ name, hidden, rows, columns });
  }
  return shown;
}

function proposed(reading: FileReading): Mapping {
  return proposeMapping(reading.columns, firstCells(reading), []);
}

function describe(
  path: string,
  reading: FileReading,
  sizes: ReadonlyMap<string, Size>,
  mapping: Mapping,
) {
  return {
    file: path,
    format: reading.format,
    encoding: reading.encoding,
    delimiter: reading.delimiter,
    sheets: reading.sheets.map(({ name, hidden }) => ({
      name,
      hidden,
      rows: sizes.get(name)?.rows ?? 0,
      columns: sizes.get(name)?.columns ?? 0,
    })),
    sheet: reading.sheet,
    headerRow: reading.headerRow,
    columns: reading.columns.map((column) => describeColumn(column, mapping)),
    rowCount: sizes.get(reading.sheet)?.below ?? 0,
  };
}

function describeColumn({ index, header, samples }: ListColumn, mapping: Mapping) {
  const entry = mapping.find((each) => each.columns.includes(index));
  const field = entry?.field ?? null;
  return { index, header, samples, field, confidence: entry?.confidence ?? null };
}

/** A column may be split over several fields. */
function fieldsOf(index: number, mapping: Mapping): string {
  const fields = mapping.filter(({ columns }) => columns.includes(index)).map((each) => each.field);
  return fields.length === 0 ? "-" : fields.join(", ");
}

interface ShownSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
}

function sheetLine({ name, hidden, rows, columns: wide }: ShownSheet): string {
  return t(hidden ? "cli:inspect.sheet-hidden" : "cli:inspect.sheet", {
    name,
    rows: t("cli:inspect.rows", { count: rows }),
    columns: t("cli:inspect.columns", { count: wide }),
  });
}

function linesOf(document: ReturnType<typeof describe>, mapping: Mapping): readonly string[] {
  const { sheets, columns, encoding, delimiter } = document;
  const parts = [
    document.format,
    ...(encoding === null ? [] : [encoding]),
    ...(delimiter === null
      ? []
      : [t("cli:inspect.separated", { delimiter: JSON.stringify(delimiter) })]),
  ];
  const reading = {
    sheet: document.sheet,
    headerRow: document.headerRow,
    rows: t("cli:inspect.rows", { count: document.rowCount }),
  };
  return [
    t("cli:inspect.file", { file: document.file, parts: parts.join(", ") }),
    ...sheets.map(sheetLine),
    t(document.headerRow === 0 ? "cli:inspect.reading-headerless" : "cli:inspect.reading", reading),
    "",
    ...columnLines(
      titles("column", "goes-to", "how-sure", "samples"),
      columns.map((column) => [
        column.header,
        fieldsOf(column.index, mapping),
        column.confidence === null ? "-" : t(`cli:inspect.${column.confidence}`),
        column.samples.join(" · "),
      ]),
    ),
    ...(document.rowCount === 0 ? [t("cli:inspect.nothing")] : []),
  ];
}
