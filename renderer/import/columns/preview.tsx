import { Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../preload/fields.ts";
import type { Draft, PreviewRows, Problem, StagedRow } from "../../../preload/types.ts";
import styles from "../../components/mapping/columns.module.css";
import type { MappingEditor } from "../../components/mapping/use-mapping.ts";
import { Loaded } from "../../kit/loaded.tsx";
import { Breakable } from "../../kit/text/breakable.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useTexts } from "../../kit/text/use-texts.ts";
import { useCall } from "../../query/use-call.ts";

const SHOWN = 5;
const CODES: ReadonlySet<FieldName> = new Set<FieldName>(["code", "card_number", "auto_add"]);

export interface PreviewProps {
  readonly draft: Draft;
  readonly editor: MappingEditor;
}

/** The first customers as they will arrive, live. */
export function Preview({ draft, editor }: PreviewProps) {
  const { t } = useTranslation("import");
  const query = useCall("drafts.preview", { draftId: draft.id, limit: SHOWN }, { keep: true });
  return (
    <section className={styles.preview} aria-labelledby="preview-title">
      <div className={styles.groupTitle}>
        <Title order={2} id="preview-title">
          {t("columns.preview")}
        </Title>
      </div>
      <Loaded query={query} bars={12}>
        {(preview) => (
          <div className={styles.cards}>
            {preview.rows.length === 0 && (
              <div className={styles.blank}>{t("columns.previewEmpty")}</div>
            )}
            {preview.rows.map((row) => (
              <Customer
                key={row.index}
                row={row}
                fields={preview.fields}
                editor={editor}
                sheet={draft.reading.sheet}
              />
            ))}
          </div>
        )}
      </Loaded>
    </section>
  );
}

function shownValue(field: FieldName, value = "") {
  return field === "email" && value !== "" ? <Breakable text={value} /> : value;
}

interface CustomerProps {
  readonly row: StagedRow;
  readonly fields: PreviewRows["fields"];
  readonly editor: MappingEditor;
  readonly sheet: string;
}

function Customer({ row, fields, editor, sheet }: CustomerProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  return (
    <div className={styles.card}>
      <div className={styles.cardRow}>
        {t("columns.rowNumber", { row: format.row(row.row, sheet) })}
      </div>
      <Problems of={row.problems.filter(isOfRow)} />
      <dl>
        {fields.map((field, index) => (
          <div key={field} className={styles.pair}>
            <dt>{editor.labelOf(field)}</dt>
            <dd className={CODES.has(field) ? "mono" : undefined}>
              {shownValue(field, row.values[index]) || (
                <span className={styles.blank}>{t("columns.blank")}</span>
              )}
              <Problems of={row.problems.filter((problem) => problem.field === field)} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What keeps the whole row from being sent. */
function isOfRow({ field, severity }: Problem): boolean {
  return field === null && severity === "error";
}

function Problems({ of }: { readonly of: readonly Problem[] }) {
  const texts = useTexts();
  return of.map((problem) => (
    <div key={problem.code} className={styles.problem} data-severity={problem.severity}>
      {texts.problem(problem)}
    </div>
  ));
}
