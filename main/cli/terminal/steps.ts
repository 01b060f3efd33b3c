import type { Condition, FileReading, ListColumn, Mapping } from "../../../preload/types.ts";
import { t } from "../../common/text.ts";
import type { CliContext } from "../command.ts";
import type { ChosenOptions } from "../words/options.ts";

/** For `--verbose`: how a list is read. */
export function tellReading({ step }: CliContext, file: string, reading: FileReading): void {
  const { format, encoding, delimiter, sheet, headerRow: row } = reading;
  const about = { file, format, row };
  step(() =>
    encoding === null
      ? t("cli:verbose.read", { ...about, sheet })
      : t("cli:verbose.read-text", {
          ...{ ...about, encoding, delimiter: JSON.stringify(delimiter ?? "") },
        }),
  );
}

/** For `--verbose`: where columns go, which rows, and how they are sent. No value of a row. */
export function tellMapping(
  { step }: CliContext,
  mapping: Mapping,
  columns: readonly ListColumn[],
  { options, batchRows }: ChosenOptions,
): void {
  const header = (index: number) => columns.find((each) => each.index === index)?.header ?? "";
  for (const { field, columns: indexes } of mapping) {
    step(() =>
      indexes.length === 0
        ? t("cli:verbose.fixed", { field })
        : t("cli:verbose.maps", { columns: indexes.map(header).join(" + "), field }),
    );
  }
  for (const condition of options.conditions ?? []) {
    step(() => t("cli:verbose.where", { condition: written(condition) }));
  }
  step(() =>
    t("cli:verbose.options", {
      duplicates: options.duplicates,
      campaigns: options.campaigns.join(", "),
      rows: batchRows,
    }),
  );
}

/** As `--where` takes it. */
function written({ column, kind, value }: Condition): string {
  return `${column} ${kind.replaceAll("-", " ")} ${value}`.trim();
}
