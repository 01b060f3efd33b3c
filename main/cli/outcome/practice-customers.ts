import { join } from "node:path";
import { type FieldName, STANDARD_FIELDS } from "../../../preload/fields.ts";
import { t } from "../../common/text.ts";
import { withoutSecrets } from "../../features/connections/practice-account.ts";
import { type PracticeCustomer, readPracticeCustomers } from "../../practice/server.ts";
import type { CliContext } from "../command.ts";
import { columns, print, titles } from "../terminal/print.ts";
import { parseCommand } from "../words/parse.ts";
import { EXIT, type ExitStatus } from "./exit.ts";

/** What the practice server holds: what an import, or its undo, has made of it. */
export async function practiceCustomers(
  context: CliContext,
  args: readonly string[],
): Promise<ExitStatus> {
  parseCommand(args, {}, { names: [] });
  const customers = readPracticeCustomers(join(context.dataDir, "practice.sqlite")).map(
    withoutSecrets,
  );
  await print(context, { customers }, () =>
    customers.length === 0 ? [t("cli:practice.no-customers")] : table(customers),
  );
  return EXIT.done;
}

const ORDER: ReadonlyMap<string, number> = new Map(STANDARD_FIELDS.map((field, n) => [field, n]));

/** One line a customer, a column for every field that any of them has. */
function table(customers: readonly PracticeCustomer[]): readonly string[] {
  const found = [...new Set(customers.flatMap(({ fields }) => Object.keys(fields)))];
  const rank = (field: string) =>
    field === "code" ? -1 : (ORDER.get(field) ?? STANDARD_FIELDS.length);
  const header = found.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const rows = customers.map(({ fields, balances }) => [
    ...header.map((field) => fields[field as FieldName] ?? ""),
    balances
      .filter(({ amount }) => amount !== 0)
      .map(({ amount, item }) => (item === "" ? `${amount}` : `${amount} ${item}`))
      .join(", "),
  ]);
  return columns([...header, ...titles("balance")], rows);
}
