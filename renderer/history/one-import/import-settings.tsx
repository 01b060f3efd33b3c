import { useTranslation } from "react-i18next";
import { PRACTICE_ADDRESS } from "../../../preload/practice-address.ts";
import type { FieldMapping, ImportDetail } from "../../../preload/types.ts";
import { CampaignNames } from "../../components/campaigns/campaign-names.tsx";
import { useConditionWords } from "../../components/use-condition-words.ts";
import { Section } from "../../kit/section.tsx";
import { Table } from "../../kit/table/table.tsx";
import { Facts } from "../../kit/text/facts.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useHeader } from "../../kit/text/use-header.ts";
import { useTexts } from "../../kit/text/use-texts.ts";

const CONTACTS = ["repeatedEmail", "repeatedPhone"] as const;

/** What the import was sent with: options and mapping. */
export function ImportSettings({ detail }: { readonly detail: ImportDetail }) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const called = useHeader();
  const texts = useTexts();
  const words = useConditionWords();
  const { options } = detail;
  const yesNo = (value: boolean) => t(value ? "yes" : "no");
  const source = (target: FieldMapping) =>
    target.fixed !== undefined && target.columns.length === 0
      ? t("fixedValue")
      : target.columns
          .map((index) => called(detail.columns.find((one) => one.index === index)?.header ?? "?"))
          .join(" + ");
  return (
    <>
      <Section title={t("settings.options")}>
        <Facts
          facts={[
            { name: t("settings.sheet"), value: detail.sheet },
            {
              name: t("settings.headerRow"),
              value:
                detail.headerRow === 0
                  ? t("settings.noHeaderRow")
                  : format.number(detail.headerRow),
            },
            {
              name: t("settings.address"),
              value:
                detail.address === null
                  ? t("settings.addressUnknown")
                  : detail.address === PRACTICE_ADDRESS
                    ? t("settings.addressPractice")
                    : detail.address,
            },
            { name: t("settings.account"), value: detail.accountId },
            {
              name: t("settings.campaigns"),
              value: <CampaignNames connectionId={detail.connectionId} ids={options.campaigns} />,
            },
            {
              name: t("settings.duplicates"),
              value: t(`common:duplicates.${options.duplicates}`),
            },
            {
              name: t("settings.generate"),
              value:
                options.generateCardNumbers === null
                  ? t("no")
                  : t("settings.digits", { number: format.number(options.generateCardNumbers) }),
            },
            { name: t("settings.undo"), value: yesNo(options.keepUndoState) },
            {
              name: t("settings.repeated"),
              value: t(`import:options.repeatedRows.${options.repeatedRows}`),
            },
            ...(options.conditions === undefined || options.conditions.length === 0
              ? []
              : [{ name: t("import:options.conditions"), value: words(options.conditions) }]),
            ...CONTACTS.flatMap((option) => {
              const chosen = options[option] ?? "keep-all";
              if (chosen === "keep-all") return [];
              const name = t(`import:options.${option}`);
              return [{ name, value: t(`import:options.repeatedRows.${chosen}`) }];
            }),
            { name: t("settings.output"), value: detail.output.toUpperCase() },
          ]}
        />
      </Section>
      <Section title={t("settings.mapping")}>
        <Table
          label={t("settings.mapping")}
          items={detail.mapping}
          keyOf={(target) => target.field}
          columns={[
            { key: "column", head: t("column.column"), cell: source },
            {
              key: "field",
              head: t("column.field"),
              names: true,
              cell: (target) => texts.field(target.field),
            },
          ]}
        />
      </Section>
    </>
  );
}
