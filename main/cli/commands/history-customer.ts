import { extname, resolve } from "node:path";
import type { CustomerSending, ForgetResult } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
import { exportList } from "../../features/history/export/export-list.ts";
import { forget as forgetPerson } from "../../features/privacy/forget.ts";
import { writeBeside } from "../../records/files/outgoing.ts";
import type { CliContext } from "../command.ts";
import { EXIT, type ExitStatus } from "../outcome/exit.ts";
import { withServices } from "../services.ts";
import { counted, localTime, print } from "../terminal/print.ts";
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
      await print(context, { file: path, rows }, () => [`${counted(rows, "row")} in ${path}`]);
      return EXIT.done;
    }
    const { items, total } = history.customer({ customer: value, offset: 0, limit: LIMIT });
    await print(context, { total, imports: items }, () =>
      items.length === 0 ? ["No import sent this customer."] : items.flatMap(lines),
    );
    return EXIT.done;
  });
}

function lines({ importId, fileName, startedAt, standing, row, fields }: CustomerSending) {
  return [
    `Import ${importId}, ${localTime(startedAt)}, ${fileName}, row ${row}: ${standing}`,
    ...fields.map(({ field, value, before, changed }) =>
      changed && before !== null
        ? `  ${field}: ${value} (before: ${before})`
        : `  ${field}: ${value}`,
    ),
  ];
}

/** Takes one person's data away; without --confirm it only counts. */
export async function forget(context: CliContext, args: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = parseCommand(
    args,
    { confirm: { type: "boolean" }, "include-queue": { type: "boolean" } },
    { names: ["CUSTOMER"] },
  );
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
    const found = `${counted(result.rows, "row")} in ${counted(result.imports, "import")}, ${result.queuedRows} of them waiting or undecided; ${counted(result.leftOutRows, "row")} that imports left out; ${counted(result.draftRows, "row")} in imports being prepared`;
    const confirmed = values.confirm === true;
    await print(context, result, () => [
      confirmed ? `Forgotten: ${found}.` : `Found: ${found}. Take them away with --confirm.`,
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
    ...(copies > 0
      ? [`With them: ${counted(copies, "copy", "copies")} of lists in preparation.`]
      : []),
    ...(putAside > 0
      ? [`With them: all data that ${counted(putAside, "restored backup")} put aside.`]
      : []),
    ...(keptRows > 0
      ? [
          `Kept: ${counted(keptRows, "row")} waiting or undecided. Take them away too with --include-queue.`,
        ]
      : []),
  ];
}
