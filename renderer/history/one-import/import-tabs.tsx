import { Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { ImportRowFilter } from "../../../preload/choices.ts";
import type { ImportDetail } from "../../../preload/types.ts";
import { GeneratedTab } from "../../components/generated/generated-ids.tsx";
import { BatchTable } from "../batch/batch-table.tsx";
import { ImportProblems } from "./import-problems.tsx";
import { ImportRowsTab } from "./import-rows.tsx";
import { ImportSettings } from "./import-settings.tsx";

const TABS = ["batches", "rows", "problems", "generated", "settings"] as const;

export interface ImportTabsProps {
  readonly detail: ImportDetail;
  /** The kind of rows that the address asks for; null while another tab is open. */
  readonly rows: ImportRowFilter | null;
}

/** The tabs of an import. Only the rows have an address, so that the figures can link to them. */
export function ImportTabs({ detail, rows }: ImportTabsProps) {
  const { t } = useTranslation("history");
  const [, navigate] = useLocation();
  const [side, setSide] = useState("batches");
  const choose = (value: string | null) => {
    if (value === "rows") {
      navigate(`/history/${detail.id}/rows/all`, { replace: true });
      return;
    }
    setSide(value ?? "batches");
    if (rows !== null) navigate(`/history/${detail.id}`, { replace: true });
  };
  return (
    <Tabs value={rows === null ? side : "rows"} onChange={choose} keepMounted={false}>
      <Tabs.List mb="md">
        {TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="batches">
        <BatchTable batches={detail.batches} />
      </Tabs.Panel>
      <Tabs.Panel value="rows">
        <ImportRowsTab importId={detail.id} kind={rows ?? "all"} />
      </Tabs.Panel>
      <Tabs.Panel value="problems">
        <ImportProblems importId={detail.id} sheet={detail.sheet} />
      </Tabs.Panel>
      <Tabs.Panel value="generated">
        <GeneratedTab importId={detail.id} />
      </Tabs.Panel>
      <Tabs.Panel value="settings">
        <ImportSettings detail={detail} />
      </Tabs.Panel>
    </Tabs>
  );
}
