import { extname, resolve } from "node:path";
import type { CustomerSending, ForgetResult } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
import { exportList } from "../../features/history/export/export-list.ts";
import { forget as forgetPerson } from "../../features/privacy/forget.ts";
import { writeBeside } from "../../records/files/outgoing.ts";
import type { CliContext, Options } from "../command.ts";
import { EXIT, type ExitStatus } from "../outcome/exit.ts";
import { withServices } from "../services.ts";
import { localTime, print } from "../terminal/print.ts";
import { parseCommand } from "../words/parse.ts";

const LIMIT = 100;

/** One customer in every import that sent them. */
export async function customer(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseCommand(
    args,
    { out: { type: "string" } },
    { names: ["CUSTOMER"] },
  );
  const [value = ""] = positionals;
  return await withServices(context, async ({ db, vault, history }) => {
    if (values.out !== undefined) {
      const path = resolve(values.out);
      const format = extname(path).toLowerCase() === ".csv" ? "csv" : "xlsx";
      const list = { kind: "customer", customer: value } as const;
      const { rows } = await writeBeside(context.dataDir, path, () =>
        exportList(db, vault, { list, format, path }),
      );
      await print(context, { file: path, rows }, () => [
        t("cli:history.exported", { count: rows, file: path }),
      ]);
      return EXIT.done;
    }
    const { items, total } = history.customer({ customer: value, offset: 0, limit: LIMIT });
    await print(context, { total, imports: items }, () =>
      items.length === 0 ? [t("cli:history.customer-none")] : items.flatMap(lines),
    );
    return EXIT.done;
  });
}

function lines({ importId, fileName, startedAt, standing, row, fields }: CustomerSending) {
  return [
    t("cli:history.customer-import", {
      id: importId,
      at: localTime(startedAt),
      file: fileName,
      row,
      state: t(`words:states.${standing}`),
    }),
    ...fields.map(({ field, value, before, changed }) =>
      changed && before !== null
        ? `  ${field}: ${t("cli:history.before", { value, before })}`
        : `  ${field}: ${value}`,
    ),
  ];
}

export const FORGET = {
  confirm: { type: "boolean" },
  "include-queue": { type: "boolean" },
} as const satisfies Options;

/** Takes one person's data away; without --confirm it only counts. */
export async function forget(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseCommand(args, FORGET, { names: ["CUSTOMER"] });
  const [value = ""] = positionals;
  if (value.trim() === "") {
    throw new AppError("usage-value-missing", { params: { option: "CUSTOMER" } });
  }
  return await withServices(context, async ({ db, vault }) => {
    const result = await forgetPerson(db, vault, {
      customer: value,
      confirm: values.confirm === true,
      includeQueue: values["include-queue"] === true,
    });
    const found = t("cli:history.forget-counts", {
      rows: result.rows,
      imports: result.imports,
      queued: result.queuedRows,
      leftOut: result.leftOutRows,
      draftRows: result.draftRows,
    });
    const confirmed = values.confirm === true;
    await print(context, result, () => [
      t(confirmed ? "cli:history.forget-done" : "cli:history.forget-found", { found }),
      ...besideLines(result),
    ]);
    if (!confirmed || result.done) return EXIT.done;
    context.io.err(t("words:forget-not-cleared"));
    return EXIT.failed;
  });
}

/** What goes whole, as it cannot be taken apart. */
function besideLines({ copies, putAside, keptRows }: ForgetResult): readonly string[] {
  return [
    ...(copies > 0 ? [t("cli:history.forget-copies", { number: copies })] : []),
    ...(putAside > 0 ? [t("cli:history.forget-aside", { number: putAside })] : []),
    ...(keptRows > 0 ? [t("cli:history.forget-kept", { number: keptRows })] : []),
  ];
}
