import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../preload/fields.ts";
import type { Problem } from "../../../preload/types.ts";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";

/** The words of the grid, looked up once for all its cells. */
export interface GridWords {
  readonly include: string;
  readonly corrected: string;
  /** Why a row that has been sent cannot be changed any more. */
  readonly sent: string;
  correctedFrom(before: string): string;
  readonly status: Readonly<Record<"valid" | "warnings" | "errors" | "leftOut" | "sent", string>>;
  row(row: number): string;
  includeRow(row: number): string;
  field(field: FieldName): string;
  problem(problem: Problem): string;
}

/** @param sheet that the rows are from */
export function useGridWords(sheet: string): GridWords {
  const { t } = useTranslation("import");
  const texts = useTexts();
  const format = useFormat();
  return useMemo(
    () => ({
      include: t("review.include"),
      corrected: t("review.corrected"),
      correctedFrom: (before) =>
        before === "" ? t("review.correctedFromEmpty") : t("review.correctedFrom", { before }),
      sent: t("review.sentRow"),
      status: {
        valid: t("review.filter.valid"),
        warnings: t("review.filter.warnings"),
        errors: t("review.filter.errors"),
        leftOut: t("review.filter.leftOut"),
        sent: t("review.sent"),
      },
      row: (row) => format.row(row, sheet),
      includeRow: (row) => t("review.includeRow", { row: format.row(row, sheet) }),
      field: texts.field,
      problem: texts.problem,
    }),
    [t, texts, format, sheet],
  );
}
