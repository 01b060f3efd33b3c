import { Button, TextInput } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { SECRET_FIELDS } from "../../../preload/fields.ts";
import type { KeptMapping } from "../../../preload/types.ts";
import { ColumnGroup } from "../../components/mapping/column-group.tsx";
import columnStyles from "../../components/mapping/columns.module.css";
import { useFieldChoices } from "../../components/mapping/fields/use-field-choices.ts";
import { FixedValues } from "../../components/mapping/fixed-values.tsx";
import type { MappedList } from "../../components/mapping/mapped-list.ts";
import type { MappingEditor } from "../../components/mapping/use-mapping.ts";
import { leaveFreely } from "../../frame/leaving.ts";
import { Page } from "../../frame/page.tsx";
import { Unsaved } from "../../frame/unsaved.tsx";
import { announce } from "../../kit/messages/announce.tsx";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { Note } from "../../kit/messages/note.tsx";
import { useAction } from "../../query/use-action.ts";
import styles from "../connections.module.css";

/** Name and mapping, changed here and saved together. */
export function MappingForm({ kept }: { readonly kept: KeptMapping }) {
  const { t } = useTranslation("connections");
  const [, navigate] = useLocation();
  const [name, setName] = useState(kept.name);
  const [mapping, change] = useState(kept.mapping);
  const fields = useFieldChoices(kept.connectionId, mapping);
  const { connectionId } = kept;
  const editor: MappingEditor = { mapping, connectionId, change, ...fields };
  const list: MappedList = {
    columns: kept.columns.map((column) => ({ ...column, samples: [] })),
    ...{ notices: [], dateFormats: [], open: false, draftId: null },
  };
  const save = useAction("mappings.save", {
    onSuccess: (saved) => {
      announce(t("mappings.saved", { name: saved.name }));
      leaveFreely(() => navigate("/connections"));
    },
    onError: () => undefined,
  });
  const dirty = name !== kept.name || JSON.stringify(mapping) !== JSON.stringify(kept.mapping);
  const crumbs = [
    { text: t("common:screen.connections"), href: "/connections" },
    { text: kept.name },
  ];
  return (
    <Page
      crumbs={crumbs}
      title={t("mappings.editTitle")}
      lead={t("mappings.editLead")}
      width="narrow"
      footer={
        <>
          <Button variant="default" onClick={() => navigate("/connections")}>
            {t("common:back")}
          </Button>
          <span className={styles.spacer} />
          <Button
            disabled={name.trim() === ""}
            loading={save.isPending}
            onClick={() => save.mutate({ id: kept.id, name, mapping })}
          >
            {t("common:save")}
          </Button>
        </>
      }
    >
      {save.error && <ErrorPanel error={save.error} />}
      <TextInput
        label={t("mappings.name")}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Note tone="neutral" icon={<IconInfoCircle aria-hidden />}>
        {t("mappings.noValues")}
      </Note>
      <div className={columnStyles.groups}>
        <ColumnGroup name="going" list={list} editor={editor} />
        <FixedValues editor={withoutSecrets(editor)} />
        <ColumnGroup name="staying" list={list} editor={editor} />
      </div>
      <Unsaved dirty={dirty} text={t("mappings.unsaved")} />
    </Page>
  );
}

/** One password for every customer is never kept with a mapping. */
function withoutSecrets(editor: MappingEditor): MappingEditor {
  const choices = editor.choices
    .map(({ group, items }) => ({
      group,
      items: items.filter(({ value }) => !SECRET_FIELDS.has(value)),
    }))
    .filter(({ items }) => items.length > 0);
  return { ...editor, choices };
}
