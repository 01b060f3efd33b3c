import { useTranslation } from "react-i18next";
import { Page } from "../frame/page.tsx";
import { Loaded } from "../kit/loaded.tsx";
import { Section } from "../kit/section.tsx";
import { useCall } from "../query/use-call.ts";
import { Licences } from "./licences.tsx";
import { SupportReport } from "./support-report.tsx";
import { Versions } from "./versions.tsx";

/** What the program is: its versions, and the terms of all that it is made of. */
export function AboutPage() {
  const { t } = useTranslation("settings");
  const info = useCall("app.info", {});
  return (
    <Page
      crumbs={[{ text: t("common:screen.settings"), href: "/settings" }, { text: t("about") }]}
      title={t("about")}
      lead={t("aboutHelp")}
      width="narrow"
    >
      <div>
        <Section title={t("versions")} help={t("versionsHelp")}>
          <Loaded query={info}>{(shown) => <Versions info={shown} />}</Loaded>
        </Section>
        <Section title={t("support")}>
          <SupportReport />
        </Section>
        <Section title={t("licences")} help={t("licencesHelp")}>
          <Licences />
        </Section>
      </div>
    </Page>
  );
}
