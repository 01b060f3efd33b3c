import type { Connection } from "../../../preload/types.ts";
import { printable, printableJson } from "../../common/printable.ts";
import { t } from "../../common/text.ts";
import { purgeStagings } from "../../pipeline/staging/sweep.ts";
import { dropStaging } from "../../records/drafts/stagings.ts";
import type { CliContext } from "../command.ts";
import type { DataServices } from "../data-services.ts";
import { EXIT, type ExitStatus, exitOf } from "../outcome/exit.ts";
import { invalidOutcome } from "../outcome/import-outcome.ts";
import { type Outcome, outcomeLines } from "../outcome/outcome.ts";
import { print } from "../terminal/print.ts";
import type { ImportWords } from "../words/import-words.ts";
import { type CheckedList, checkList } from "./check-list.ts";
import { type WouldRequest, wouldRequests } from "./dry-run.ts";

/**
 * `--dry-run`: everything up to the requests, which are printed, a request at a time. Nothing is sent,
 * queued or kept. With --json the document of an import with `dryRun` true, `state` "queued" where a
 * list would go, and its `requests`.
 */
export async function tryImport(
  context: CliContext,
  services: DataServices,
  words: ImportWords,
  connection: Connection,
): Promise<ExitStatus> {
  const checked = await checkList(context, services, words, connection);
  if (checked.stopped !== null) {
    const outcome = { ...checked.stopped, dryRun: true };
    await print(context, { ...outcome, requests: [] }, () => [
      ...outcomeLines(outcome, words.name),
      ...checked.notes,
    ]);
    return exitOf(outcome.state);
  }
  const { db } = services;
  try {
    if (context.json) await printDocument(context, checked, requestsOf());
    else await printLines(context, checked, requestsOf());
  } finally {
    dropStaging(db, checked.staged.result.stagingId);
    await purgeStagings(db);
  }
  return EXIT.done;

  function requestsOf(): Iterable<WouldRequest> {
    return wouldRequests(services, connection, checked.staged);
  }
}

async function printLines(
  { io, note }: CliContext,
  { staged, notes }: CheckedList,
  requests: Iterable<WouldRequest>,
): Promise<void> {
  const { total, valid, invalid, warnings } = staged.result.counts;
  const head = [t("cli:outcome.rows", { total, valid, invalid, warnings }), ...notes];
  await io.out(head.map((line) => `${printable(line)}\n`).join(""));
  for (const request of requests) {
    const { url, parameters, rows, number } = request;
    const lines = [
      "",
      t("cli:dry-run.request", {
        ...{ number, total: request.total, url },
        rows: t("cli:dry-run.rows", { count: rows.length }),
      }),
      ...parameters.map((each) => `  ${each.name}=${each.value}`),
      ...rows.map((row) => `    ${row}`),
    ];
    if (!(await io.out(lines.map((line) => `${printable(line)}\n`).join("")))) return;
  }
  note(t("cli:dry-run.nothing-sent"));
}

/** Written piece by piece: the requests of a long list do not fit into memory. */
async function printDocument(
  { io }: CliContext,
  { staged, problems, findings }: CheckedList,
  requests: Iterable<WouldRequest>,
): Promise<void> {
  const outcome: Outcome = {
    ...invalidOutcome(staged.result.counts, problems, findings),
    state: "queued",
  };
  const whole = printableJson({ ...outcome, dryRun: true }, 2);
  await io.out(`${whole.slice(0, whole.lastIndexOf("\n}"))},\n  "requests": [`);
  let before = "\n";
  for (const { number: _, total: __, ...request } of requests) {
    if (!(await io.out(`${before}${printableJson(request)}`))) return;
    before = ",\n";
  }
  await io.out("\n  ]\n}\n");
}
