import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../preload/fields.ts";
import { countryName } from "../../../preload/lists/countries.ts";
import type { Notice, Problem, UndoableChange } from "../../../preload/types.ts";
import { formatLocale } from "../../i18n.ts";
import { createFormat } from "./use-format.ts";

type Said = Pick<Notice | Problem, "code" | "params" | "message">;

/** A field's name as a person says it. */
export function fieldName(t: TFunction, field: FieldName): string {
  const custom = /^custom_field_(\d+)$/.exec(field);
  if (custom !== null) return t("words:fields.custom_field", { number: custom[1] });
  return t(`words:fields.${field}`);
}

/** Times in params stand as the main process writes them for logs and the command line. */
const TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/;

function inTheirWords(said: Said["params"], language: string): Said["params"] {
  const { country } = said;
  const params =
    typeof country === "string" ? { ...said, country: countryName(country, language) } : said;
  const [, day, clock] = TIME.exec(String(params.time ?? "")) ?? [];
  if (day === undefined) return { ...params };
  return {
    ...params,
    time: createFormat(language, formatLocale()).exact(Date.parse(`${day}T${clock}`)),
  };
}

export interface Texts {
  field(field: FieldName): string;
  problem(problem: Said): string;
  /** A problem that so many rows have, each in its own way: no row's own words. */
  problemOf(rows: number, problem: Said): string;
  /** Also for the reason a batch stands where it stands. */
  error(error: Said): string;
  /** What a person changed, to be taken back or done again. */
  change(change: UndoableChange): string;
}

/** Sentences for what the main process names by code; its own English where none is known. */
export function useTexts(): Texts {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const say = (key: string, said: Said) =>
      i18n.exists(key) ? t(key, inTheirWords(said.params, i18n.language)) : said.message;
    return {
      field: (field) => fieldName(t, field),
      problemOf: (rows, problem) => {
        const alike = `problems:${problem.code}-alike`;
        return rows > 1 && i18n.exists(alike)
          ? t(alike, inTheirWords(problem.params, i18n.language))
          : say(`problems:${problem.code}`, problem);
      },
      problem: (problem) => say(`problems:${problem.code}`, problem),
      error: (error) => say(`errors:${error.code}`, error),
      change: ({ label, params, message }) =>
        say(`words:changes.${label}`, { code: label, params, message }),
    };
  }, [t, i18n]);
}
