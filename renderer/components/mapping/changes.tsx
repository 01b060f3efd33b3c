import { useTranslation } from "react-i18next";
import { assertNever } from "../../../preload/assert-never.ts";
import { SECRET_FIELDS } from "../../../preload/fields.ts";
import type { FieldMapping, ListColumn, Transform } from "../../../preload/types.ts";
import { useFormat } from "../../kit/text/use-format.ts";
import { useHeader } from "../../kit/text/use-header.ts";
import styles from "./columns.module.css";
import { partNameOf } from "./transforms/transforms.ts";

export interface ChangesProps {
  readonly target: FieldMapping;
  readonly columns: readonly ListColumn[];
}

/** In one line: how the values of a field are changed on their way. */
export function Changes({ target, columns }: ChangesProps) {
  const { t } = useTranslation("import");
  const called = useHeader();
  const format = useFormat();
  const joined = columns.filter(({ index }) => target.columns.slice(1).includes(index));
  const words = target.transforms.map(describe);
  if (joined.length > 0) {
    const names = format.list(joined.map((column) => called(column.header)));
    words.unshift(t("columns.changes.joined", { names }));
  }
  return words.length === 0 ? null : <div className={styles.changes}>{words.join(" · ")}</div>;

  function shown(value: string): string {
    return SECRET_FIELDS.has(target.field) ? "•••" : value;
  }

  function describe(transform: Transform): string {
    switch (transform.kind) {
      case "trim":
      case "collapse-blanks":
      case "digits-only":
      case "international-phone":
        return t(`columns.transform.${transform.kind}`);
      case "case":
        return t(`columns.cases.${transform.to}`);
      case "split":
        return t(`columns.parts.${partNameOf(transform) ?? "-"}`);
      case "default":
        return t("columns.changes.default", { value: shown(transform.value) });
      case "replace-values":
        return t("columns.changes.values", { count: transform.pairs.length });
      case "replace":
        return transform.with === ""
          ? t("columns.changes.remove", { find: shown(transform.find) })
          : t("columns.changes.replace", {
              find: shown(transform.find),
              with: shown(transform.with),
            });
      default:
        return assertNever(transform);
    }
  }
}
