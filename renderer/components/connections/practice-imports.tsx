import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Loaded } from "../../kit/loaded.tsx";
import { Section } from "../../kit/section.tsx";
import { ImportBadge } from "../../kit/state/import-badge.tsx";
import { Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useCall } from "../../query/use-call.ts";
import { UndoButton } from "../undo/undo-button.tsx";

const SHOWN = 5;

/** The last imports into the practice account, each to be taken back. */
export function PracticeImports({ connectionId }: { readonly connectionId: number }) {
  const { t } = useTranslation("connections");
  const format = useFormat();
  const query = useCall("history.list", { connectionId, offset: 0, limit: SHOWN });
  if (query.data?.total === 0) return null;
  return (
    <Section title={t("contents.imports")} help={t("contents.importsHelp")}>
      <Loaded query={query}>
        {({ items }) => (
          <Table
            label={t("contents.imports")}
            items={items}
            keyOf={({ id }) => id}
            columns={[
              {
                key: "file",
                head: t("contents.list"),
                names: true,
                cell: (one) => <Link href={`/history/${one.id}`}>{one.fileName}</Link>,
              },
              {
                key: "when",
                head: t("contents.when"),
                cell: (one) => format.exact(one.startedAt),
              },
              {
                key: "state",
                head: t("state"),
                cell: (one) => <ImportBadge of={one} />,
              },
              {
                key: t("contents.undo"),
                head: "",
                cell: (one) => <UndoButton of={one} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
