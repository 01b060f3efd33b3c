import { unusedMeanings } from "../../../../main/pipeline/mapping/contents/unused-meanings.ts";
import { proposeMapping } from "../../../../main/pipeline/mapping/propose.ts";
import { dataRows, firstCells } from "../../../../main/pipeline/sources/data-rows.ts";
import { asFinding, mergeFindings } from "../../../../main/pipeline/sources/finding.ts";
import { openSource } from "../../../../main/pipeline/sources/open.ts";
import { look } from "../../../../main/pipeline/sources/read-first.ts";
import { createRowTally } from "../../../../main/pipeline/sources/shape/row-tally.ts";
import {
  createListCheck,
  isNoCustomer,
} from "../../../../main/pipeline/staging/thread/checked-rows.ts";
import type { ReadingChoice } from "../../../../main/records/drafts/staging-types.ts";
import type { FileReading, Finding, ImportOptions } from "../../../../preload/types.ts";
import { tempFile } from "../../../helpers/xlsx-bytes.ts";

const OPTIONS: ImportOptions = {
  connectionId: 1,
  campaigns: ["1"],
  duplicates: "update",
  repeatedRows: "keep-all",
  generateCardNumbers: null,
  keepUndoState: true,
};

export interface Judged {
  readonly reading: FileReading;
  readonly findings: readonly Finding[];
  /** Row numbers that go out, that are left out, and that are errors. */
  readonly sent: readonly number[];
  readonly leftOut: readonly number[];
  readonly errors: readonly number[];
  /** What is sent of each row, by field. */
  readonly values: readonly Readonly<Record<string, string>>[];
}

/** A list read, mapped as proposed and checked, as an import does it, without a database. */
export async function judge(
  content: string | Buffer,
  { name = "list.csv", choice = {} }: { name?: string; choice?: Partial<ReadingChoice> } = {},
): Promise<Judged> {
  return await judgeFile(tempFile(name, content), choice);
}

export async function judgeFile(
  path: string,
  choice: Partial<ReadingChoice> = {},
): Promise<Judged> {
  const source = await openSource(path, choice);
  try {
    const reading = await look(source, choice);
    const { columns, headerRow, sheet } = reading;
    const mapping = proposeMapping(columns, firstCells(reading), []);
    const { keepRows = false } = choice;
    const meanings = unusedMeanings(columns, mapping);
    const known = { columns, headerRow, mapping, meanings };
    const recipe = { ...known, options: OPTIONS, keepRows, dates: choice };
    const { check, findings: contents } = createListCheck(recipe);
    const tally = createRowTally();
    const sent: number[] = [];
    const leftOut: number[] = [];
    const errors: number[] = [];
    const values: Record<string, string>[] = [];
    for await (const rows of dataRows(source, sheet, headerRow)) {
      for (const row of rows) {
        const { mapped, read, own } = check(row);
        for (const { code } of read) tally.add(code, row.number);
        if (read.some(isNoCustomer)) leftOut.push(row.number);
        else if ([...read, ...own].some(({ severity }) => severity === "error")) {
          errors.push(row.number);
        } else {
          sent.push(row.number);
          values.push(
            Object.fromEntries(mapping.map(({ field }, at) => [field, mapped.values[at] ?? ""])),
          );
        }
      }
    }
    const checked = [...source.notices(sheet), ...tally.findings(), ...contents()].map((each) =>
      asFinding(each, sheet),
    );
    const findings = mergeFindings(reading.notices, checked);
    return { reading, findings, sent, leftOut, errors, values };
  } finally {
    await source.close();
  }
}

export const codes = ({ findings }: Judged) => findings.map(({ code }) => code);
