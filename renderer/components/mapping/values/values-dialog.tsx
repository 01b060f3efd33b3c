import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { keepsValueTable, MAX_VALUE_PAIRS, MAX_VALUES } from "../../../../preload/fields.ts";
import type { ColumnValues, FieldMapping } from "../../../../preload/types.ts";
import { Loaded } from "../../../kit/loaded.tsx";
import { Dialog } from "../../../kit/messages/dialog.tsx";
import { useCall } from "../../../query/use-call.ts";
import { setTransforms } from "../fields/targets.ts";
import type { MappingEditor } from "../use-mapping.ts";
import { changedIn, pairsOf, shownValues, withPair, withPairs } from "./pairs.ts";
import { ValueTable } from "./value-table.tsx";

export interface ValuesDialogProps {
  readonly target: FieldMapping;
  /** null where no list is open: then only values that the mapping changes are known. */
  readonly draftId: number | null;
  readonly editor: MappingEditor;
  readonly onClose: () => void;
}

const NO_LIST: ColumnValues = { values: [], empty: 0, others: 0 };

/** The values of a field, each once and with its rows: what is written beside one takes its place. */
export function ValuesDialog({ target, draftId, editor, onClose }: ValuesDialogProps) {
  const { t } = useTranslation("import");
  const { field } = target;
  const query = useCall(
    "drafts.columnValues",
    { draftId: draftId ?? 1, field },
    { enabled: draftId !== null, fresh: true },
  );
  return (
    <Dialog
      opened
      size="lg"
      title={t("columns.values.title", { field: editor.labelOf(field) })}
      onClose={onClose}
    >
      {draftId === null ? (
        <Values target={target} editor={editor} found={NO_LIST} />
      ) : (
        <Loaded query={query} bars={8}>
          {(found) => <Values target={target} editor={editor} found={found} />}
        </Loaded>
      )}
    </Dialog>
  );
}

interface ValuesProps extends Pick<ValuesDialogProps, "target" | "editor"> {
  readonly found: ColumnValues;
}

function Values({ target, editor, found }: ValuesProps) {
  const { t } = useTranslation("import");
  const pairs = pairsOf(target.transforms);
  const values = shownValues(found.values, pairs);
  const { count, rows } = changedIn(values);
  const isFull = pairs.length >= MAX_VALUE_PAIRS;
  const put = (from: string, to: string) => {
    const next = withPair(pairs, from, to);
    if (next.length > MAX_VALUE_PAIRS) return;
    const transforms = withPairs(target.transforms, next);
    editor.change(setTransforms(editor.mapping, target.field, transforms));
  };
  const isKept = keepsValueTable(target.field);
  const summary =
    count === 0
      ? isKept && t("columns.values.none")
      : found === NO_LIST
        ? t("columns.values.kept", { count })
        : t("columns.values.summary", { count, rows });
  return (
    <Stack gap="sm">
      <ValueTable values={values} withRows={found !== NO_LIST} onChange={put} />
      <output>{summary}</output>
      {!isKept && <Text size="sm">{t("columns.values.onlyHere")}</Text>}
      {isFull && <Text size="sm">{t("columns.values.full", { limit: MAX_VALUE_PAIRS })}</Text>}
      {found.others > 0 && (
        <Text size="sm">
          {t("columns.values.others", { count: found.others, limit: MAX_VALUES })}
        </Text>
      )}
      {found.empty > 0 && (
        <Text size="sm" c="dimmed">
          {t("columns.values.empty", { count: found.empty })}
        </Text>
      )}
    </Stack>
  );
}
