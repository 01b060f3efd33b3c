import { useTranslation } from "react-i18next";
import { Section } from "../../kit/section.tsx";
import { Quiet, Table } from "../../kit/table/table.tsx";
import { Moment } from "../../kit/text/moment.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useCall } from "../../query/use-call.ts";
import { ImportMapping } from "./import-mapping.tsx";
import { MappingActions } from "./mapping-actions.tsx";

/** Mappings that lists with the same columns get by themselves. */
export function Mappings() {
  const { t } = useTranslation("connections");
  const format = useFormat();
  const mappings = useCall("mappings.list", {}).data ?? [];
  return (
    <Section title={t("mappings.title")} help={t("mappings.help")} word="mapping">
      {mappings.length === 0 ? (
        <Quiet>{t("mappings.empty")}</Quiet>
      ) : (
        <Table
          label={t("mappings.title")}
          items={mappings}
          keyOf={(one) => one.id}
          columns={[
            {
              key: "name",
              head: t("mappings.name"),
              names: true,
              cell: (one) => (
                <>
                  {one.name}
                  <Quiet>{format.list(one.headers.slice(0, 5))}</Quiet>
                </>
              ),
            },
            {
              key: "connection",
              head: t("mappings.connection"),
              cell: (one) => one.connectionName ?? "",
            },
            {
              key: "used",
              head: t("mappings.used"),
              cell: (one) => <Moment at={one.usedAt} />,
            },
            {
              key: "actions",
              head: t("mappings.actions"),
              cell: (one) => <MappingActions mapping={one} />,
            },
          ]}
        />
      )}
      <ImportMapping />
    </Section>
  );
}
