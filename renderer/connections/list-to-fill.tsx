import { useTranslation } from "react-i18next";
import { SaveListToFill } from "../components/connections/list-to-fill.tsx";
import { Section } from "../kit/section.tsx";

/** A workbook for this account's customers, to be filled in. */
export function ListToFill({ connectionId }: { readonly connectionId: number }) {
  const { t } = useTranslation("connections");
  return (
    <Section title={t("listToFill.title")} help={t("listToFill.help")}>
      <div>
        <SaveListToFill connectionId={connectionId} label={t("listToFill.save")} />
      </div>
    </Section>
  );
}
