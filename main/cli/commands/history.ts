import { extname, resolve } from "node:path";
import type { BatchDetail, ImportDetail, ImportSummary } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
import { confirmRetention } from "../../features/privacy/retention/keep-retention.ts";
import { campaignWords } from "../../records/connections/campaign-names.ts";
import { writeBeside } from "../../records/files/outgoing.ts";
import type { CliContext, Command, Options } from "../command.ts";
import { EXIT, type ExitStatus } from "../outcome/exit.ts";
import { batchCounts } from "../outcome/outcome.ts";
import { type CliServices, withServices } from "../services.ts";
import { columns, isoTime, localTime, print, titles } from "../terminal/print.ts";
import { parseChoice, parseCommand, parseId } from "../words/parse.ts";
import { namePlace, placesOf } from "../words/row-place.ts";
import { customer, FORGET, forget } from "./history-customer.ts";

const ACTIONS = ["list", "show", "export", "customer", "forget", "purge"] as const;
const WHAT = ["all", "invalid", "rejected", "generated"] as const;
const PAGE = 1000;

const LIST = {
  search: { type: "string", value: "TEXT" },
  customer: { type: "string", value: "CUSTOMER" },
} as const satisfies Options;
const EXPORT = {
  out: { type: "string", value: "FILE" },
  what: { type: "string", value: WHAT.join("|") },
} as const satisfies Options;

export const command: Command = {
  usage: [
    "history [list] [--search TEXT] [--customer CUSTOMER]",
    "history show IMPORT",
    "history export IMPORT --out FILE [--what all|invalid|rejected|generated]",
    "history customer CUSTOMER [--out FILE]",
    "history forget CUSTOMER [--confirm] [--include-queue]",
    "history purge",
  ],
  actions: ACTIONS,
  options: { ...LIST, ...EXPORT, ...FORGET },
  async run(context, args) {
    const [word, ...rest] = args;
    if (word === undefined || word.startsWith("-")) return await list(context, args);
    const action = parseChoice(word, "history", ACTIONS);
    switch (action) {
      case "list":
        return await list(context, rest);
      case "show":
        return await show(context, rest);
      case "export":
        return await exportRows(context, rest);
      case "customer":
        return await customer(context, rest);
      case "forget":
        return await forget(context, rest);
      case "purge":
        return await purge(context, rest);
    }
  },
};

async function purge(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  parseCommand(args, {}, { names: [] });
  return await withServices(context, async ({ db }) => {
    const { imports } = await confirmRetention(db);
    await print(context, { imports }, () => [t("cli:history.purged", { count: imports })]);
    return EXIT.done;
  });
}

async function list(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { values } = parseCommand(args, LIST, { names: [] });
  return await withServices(context, async (services) => {
    const found = allImports(services, values);
    await print(context, { imports: found.map(listed) }, () =>
      found.length === 0
        ? [t("cli:history.none")]
        : columns(
            titles("import", "started", "file", "connection", "state", "rows", "new", "updated"),
            found.map((each) => [
              String(each.id),
              localTime(each.startedAt),
              each.fileName,
              each.connectionName,
              stateWords(each),
              each.counts.rows,
              each.counts.customersNew,
              each.counts.customersUpdated,
            ]),
          ),
    );
    return EXIT.done;
  });
}

function allImports(
  { history }: CliServices,
  search: { readonly search?: string | undefined; readonly customer?: string | undefined },
): readonly ImportSummary[] {
  const found: ImportSummary[] = [];
  for (;;) {
    const query = {
      offset: found.length,
      limit: PAGE,
      ...(search.search === undefined ? {} : { search: search.search }),
      ...(search.customer === undefined ? {} : { customer: search.customer }),
    };
    const page = history.list(query);
    found.push(...page.items);
    if (page.items.length === 0 || found.length >= page.total) return found;
  }
}

function stateWords({ standing, undone }: Pick<ImportSummary, "standing" | "undone">): string {
  const state = t(`words:states.${standing}`);
  return undone === null ? state : t("cli:history.undone", { state });
}

/** The list's document has a fixed shape. */
function listed({ id, fileName, startedAt, connectionName, state, counts }: ImportSummary) {
  return {
    import: id,
    file: fileName,
    startedAt: isoTime(startedAt),
    connection: connectionName,
    state,
    rows: counts.rows,
    customers: { new: counts.customersNew, updated: counts.customersUpdated },
  };
}

async function show(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { positionals } = parseCommand(args, {}, { names: ["IMPORT"] });
  const importId = parseId(positionals[0] ?? "", "IMPORT");
  return await withServices(context, async ({ history, connections }) => {
    const detail = history.get(importId);
    const batches = detail.batches.map((batch) => shownBatch(history.batch(batch.id)));
    const document = { ...shownImport(detail), batches };
    const { connectionId } = detail;
    const names = connectionId === null ? {} : connections.campaignNames(connectionId);
    await print(context, document, () => showLines(document, names));
    return EXIT.done;
  });
}

function shownImport(detail: ImportDetail) {
  const { counts, checked, columns: headers } = detail;
  return {
    ...listed(detail),
    standing: detail.standing,
    undone: detail.undone,
    finishedAt: detail.finishedAt === null ? null : isoTime(detail.finishedAt),
    address: detail.address,
    account: detail.accountId,
    hold: detail.hold,
    sheet: detail.sheet,
    headerRow: detail.headerRow,
    checked,
    batchCounts: batchCounts(counts),
    options: detail.options,
    output: detail.output,
    mapping: detail.mapping.map(({ field, columns: indexes, dateFormat }) => ({
      field,
      columns: indexes.map((index) => headers.find((each) => each.index === index)?.header ?? ""),
      ...(dateFormat === undefined ? {} : { dateFormat }),
    })),
  };
}

/** Without row data: that is what the exports are for. */
function shownBatch(batch: BatchDetail) {
  const { id, state, standing, rows } = batch;
  const { attempts, nextTry, reason, sentTo, request, reply } = batch;
  return {
    batch: id,
    trial: batch.trial,
    state,
    standing,
    rows,
    ...placesOf(batch),
    attempts,
    nextTry: nextTry === null ? null : isoTime(nextTry),
    reason: reason?.message ?? null,
    customers: { new: batch.created, updated: batch.updated },
    sentTo,
    request,
    reply,
    log: batch.log.map((entry) => ({ ...entry, at: isoTime(entry.at) })),
  };
}

type Shown = ReturnType<typeof shownImport> & {
  readonly batches: readonly ReturnType<typeof shownBatch>[];
};

function showLines(shown: Shown, names: Readonly<Record<string, string>>): readonly string[] {
  const { checked, customers, options } = shown;
  return [
    t("cli:history.show", {
      id: shown.import,
      file: shown.file,
      sheet: shown.sheet,
      state: stateWords(shown),
    }),
    t("cli:history.show-started", {
      at: localTime(Date.parse(shown.startedAt)),
      connection: shown.connection,
      account: shown.account,
    }),
    t("cli:history.show-rows", {
      total: checked.total,
      valid: checked.valid,
      invalid: checked.invalid,
      sent: shown.rows,
    }),
    t("cli:outcome.customers", { created: customers.new, updated: customers.updated }),
    t("cli:history.show-options", {
      duplicates: options.duplicates,
      campaigns: options.campaigns.map((id) => campaignWords(names, id)).join(", "),
      undo: t(options.keepUndoState ? "cli:history.undo-kept" : "cli:history.undo-not-kept"),
    }),
    t("cli:history.show-columns", {
      columns: shown.mapping
        .map((each) => `${each.columns.join(" + ")} -> ${each.field}`)
        .join(", "),
    }),
    "",
    ...columns(
      titles("batch", "state", "rows", "from", "to", "tries", "new", "updated", "reason"),
      shown.batches.map((batch) => [
        batch.trial ? t("cli:history.trial", { batch: batch.batch }) : String(batch.batch),
        t(`words:states.${batch.standing}`),
        batch.rows,
        namePlace(batch.firstRow, batch.firstSheet),
        namePlace(batch.lastRow, batch.lastSheet),
        batch.attempts,
        batch.customers.new ?? 0,
        batch.customers.updated ?? 0,
        batch.reason ?? "",
      ]),
    ),
  ];
}

async function exportRows(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseCommand(args, EXPORT, { names: ["IMPORT"] });
  const importId = parseId(positionals[0] ?? "", "IMPORT");
  if (values.out === undefined) {
    throw new AppError("usage-option-missing", { params: { option: "--out" } });
  }
  const ending = extname(values.out).toLowerCase();
  if (ending !== ".xlsx" && ending !== ".csv") throw new AppError("usage-export-ending");
  const format = ending === ".csv" ? "csv" : "xlsx";
  const what = parseChoice(values.what ?? "all", "--what", WHAT);
  const file = resolve(values.out);
  return await withServices(context, async ({ history }) => {
    const { rows } = await writeBeside(context.dataDir, file, () =>
      history.exportTo({ importId, what, format }, file),
    );
    await print(context, { import: importId, what, file, rows }, () => [
      t("cli:history.exported", { count: rows, file }),
    ]);
    return EXIT.done;
  });
}
