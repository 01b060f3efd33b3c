import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Page } from "../frame/page.tsx";
import { CustomerPanel } from "./customer/customer-panel.tsx";
import { ImportsPanel } from "./imports-panel.tsx";

export interface HistoryPageProps {
  readonly tab: "imports" | "customer";
}

/** What was sent: every import, or everything about one customer. */
export function HistoryPage({ tab }: HistoryPageProps) {
  const { t } = useTranslation("history");
  const [, navigate] = useLocation();
  const name = t("common:screen.history");
  return (
    <Page
      crumbs={[{ text: name }]}
      title={name}
      lead={t(tab === "imports" ? "lead" : "customer.lead")}
    >
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => navigate(value === "customer" ? "/history/customer" : "/history")}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="imports">{t("tab.imports")}</Tabs.Tab>
          <Tabs.Tab value="customer">{t("tab.customer")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="imports">
          <ImportsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="customer">
          <CustomerPanel />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
