import { useTranslation } from "react-i18next";
import type { GeneratedRow } from "../../../preload/types.ts";
import { Quiet, Table } from "../../kit/table/table.tsx";
import { useFormat } from "../../kit/text/use-format.ts";

export interface GeneratedTableProps {
  readonly items: readonly GeneratedRow[];
}

/** Customers with what the platform made up for them. */
export function GeneratedTable({ items }: GeneratedTableProps) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const id = (text: string | null) => (text === null ? "–" : <span className="mono">{text}</span>);
  return (
    <Table
      label={t("generated.title")}
      items={items}
      keyOf={(one) => `${one.row ?? ""}/${one.code ?? ""}/${one.cardNumber ?? ""}`}
      columns={[
        {
          key: "row",
          head: t("column.row"),
          number: true,
          cell: (one) => (one.row === null ? "–" : format.row(one.row, one.sheet)),
        },
        {
          key: "customer",
          head: t("generated.customer"),
          names: true,
          cell: (one) => <Customer of={one} />,
        },
        { key: "code", head: t("generated.code"), cell: (one) => id(one.code) },
        ...(items.some((one) => one.cardNumber !== null)
          ? [
              {
                key: "card",
                head: t("generated.card"),
                cell: (one: GeneratedRow) => id(one.cardNumber),
              },
            ]
          : []),
      ]}
    />
  );
}

function Customer({ of: { row, name, email } }: { readonly of: GeneratedRow }) {
  const { t } = useTranslation("history");
  if (row === null) return <Quiet>{t("generated.notTold")}</Quiet>;
  if (name === "" || email === "") return name || email || "–";
  return (
    <>
      {name}
      <Quiet>{email}</Quiet>
    </>
  );
}
