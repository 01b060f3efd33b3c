import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "../cli/outcome/outcome.ts";
import { runCli } from "../cli/run.ts";
import { type CliIo, createProcessIo, endProcess } from "../cli/terminal/io.ts";
import { toAppError } from "../common/errors.ts";
import { createCliHost } from "../hosts/node/cli-host.ts";
import { startPracticeServer } from "../practice/server.ts";

/**
 * `npm run demo`: imports the sample workbook into the practice server with the commands that
 * anybody can give, in a data folder of its own that is removed afterwards, and tells what happened.
 */
const SAMPLE = join(import.meta.dirname, "..", "practice", "sample", "customers-sample.xlsx");

interface Inspected {
  readonly sheet: string;
  readonly headerRow: number;
  readonly rowCount: number;
  readonly columns: readonly {
    readonly header: string;
    readonly field: string | null;
    readonly samples: readonly string[];
  }[];
}

interface Shown {
  readonly batches: readonly {
    readonly batch: number;
    readonly state: string;
    readonly rows: number;
    readonly firstRow: number;
    readonly lastRow: number;
    readonly customers: { readonly new: number | null; readonly updated: number | null };
  }[];
}

const io = createProcessIo();
const say = (line = "") => io.out(`${line}\n`);

async function demo(dataDir: string): Promise<number> {
  await say("Loyalty Importer: a sample list goes into the practice server, without a window.");
  await say();
  await tellFile((await command(dataDir, "inspect", SAMPLE)).document as Inspected);

  const words = ["--profile", "Practice", "--skip-invalid", "--batch-rows", "50"];
  const imported = await command(dataDir, "import", SAMPLE, ...words);
  const outcome = imported.document as Outcome;
  await tellRows(outcome);
  if (outcome.import !== null) {
    const shown = await command(dataDir, "history", "show", String(outcome.import));
    await tellBatches((shown.document as Shown).batches);
  }
  await tellCustomers(dataDir, outcome);
  const ending = imported.status === 0 ? "everything that was sent was accepted" : outcome.state;
  await say(`Exit status ${imported.status}: ${ending}.`);
  return imported.status;
}

async function tellFile(file: Inspected): Promise<void> {
  await say(
    `Read: sheet ${file.sheet}, headers in row ${file.headerRow}, ${file.rowCount} rows below.`,
  );
  await say("Mapped, proposed from headers and values:");
  for (const { header, field, samples } of file.columns) {
    await say(`  ${header.padEnd(14)} -> ${(field ?? "(not imported)").padEnd(12)}  ${samples[0]}`);
  }
  await say();
}

async function tellRows(outcome: Outcome): Promise<void> {
  const { rows, problems } = outcome;
  await say(
    `Checked: ${rows.valid} of ${rows.total} rows are valid, ${rows.invalid} are left out:`,
  );
  for (const { row, column, message } of problems) {
    await say(`  Row ${row}, ${column}: ${message}`);
  }
  await say();
}

async function tellBatches(batches: Shown["batches"]): Promise<void> {
  await say("Sent:");
  for (const { batch, state, rows, firstRow, lastRow, customers } of batches) {
    await say(
      `  Batch ${batch}, rows ${firstRow} to ${lastRow}: ${rows} customers, ${state} (${customers.new ?? 0} new, ${customers.updated ?? 0} updated)`,
    );
  }
  await say();
}

async function tellCustomers(dataDir: string, outcome: Outcome): Promise<void> {
  const databasePath = join(dataDir, "practice.sqlite");
  const server = await startPracticeServer({ databasePath });
  const { length } = server.customers();
  await server.close();
  await say(
    `Result: ${outcome.customers.new} new and ${outcome.customers.updated} updated customers;`,
  );
  await say(`the practice server now holds ${length} customers.`);
  await say();
}

/** One command of the command line, with the document that it prints. */
async function command(
  dataDir: string,
  ...words: readonly string[]
): Promise<{ readonly status: number; readonly document: unknown }> {
  let text = "";
  const captured: CliIo = {
    ...io,
    out: async (piece) => {
      text += piece;
      return true;
    },
    err: () => undefined,
  };
  const args = [...words, "--data-dir", dataDir, "--json"];
  const status = await runCli(args, captured, createCliHost);
  const document: unknown = JSON.parse(text);
  if (typeof document === "object" && document !== null && "error" in document) {
    throw new Error(`${words[0]} failed: ${text}`);
  }
  return { status, document };
}

const dataDir = await mkdtemp(join(tmpdir(), "loyalty-importer-demo-"));
let status = 1;
try {
  status = await demo(dataDir);
} catch (error) {
  io.err(toAppError(error).detail ?? toAppError(error).message);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
await endProcess(status);
