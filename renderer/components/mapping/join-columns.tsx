import { MultiSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { FieldMapping, ListColumn } from "../../../preload/types.ts";
import { useHeader } from "../../kit/text/use-header.ts";
import { setJoined } from "./fields/targets.ts";
import type { MappingEditor } from "./use-mapping.ts";

export interface JoinColumnsProps {
  readonly target: FieldMapping;
  readonly columns: readonly ListColumn[];
  readonly editor: MappingEditor;
}

/** Further columns whose values follow the first one's, with a blank between. */
export function JoinColumns({ target, columns, editor }: JoinColumnsProps) {
  const { t } = useTranslation("import");
  const called = useHeader();
  const [first, ...more] = target.columns;
  const chosen = more.map(String);
  return (
    <MultiSelect
      size="sm"
      mt="sm"
      label={t("columns.join")}
      searchable
      data={columns
        .filter((column) => column.index !== first)
        .map((column) => ({ value: String(column.index), label: called(column.header) }))}
      value={chosen}
      onChange={(values: string[]) => {
        const added = values.find((value) => !chosen.includes(value));
        const gone = chosen.find((value) => !values.includes(value));
        const column = added ?? gone;
        if (column === undefined) return;
        editor.change(setJoined(editor.mapping, target.field, Number(column), added !== undefined));
      }}
    />
  );
}
