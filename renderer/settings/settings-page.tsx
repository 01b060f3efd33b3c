import { Button, Group } from "@mantine/core";
import { IconChevronRight, IconFolderOpen } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { AppInfo, Settings } from "../../preload/types.ts";
import { KeyProtection } from "../components/connections/key-protection.tsx";
import { PracticeServer } from "../components/connections/practice-server.tsx";
import { Page } from "../frame/page.tsx";
import { Loaded } from "../kit/loaded.tsx";
import { Section } from "../kit/section.tsx";
import { Facts } from "../kit/text/facts.tsx";
import { useAction } from "../query/use-action.ts";
import { useCall } from "../query/use-call.ts";
import { Backup } from "./backup.tsx";
import { BatchSize } from "./batch-size.tsx";
import { Look } from "./look.tsx";
import { KeptList } from "./restore/kept-list.tsx";
import { Restore } from "./restore/restore.tsx";
import { Retention } from "./retention.tsx";

/** How the program looks and speaks, what it keeps and where, and what it is. */
export function SettingsPage() {
  const { t } = useTranslation("settings");
  const settings = useCall("settings.get", {});
  const info = useCall("app.info", {});
  const name = t("common:screen.settings");
  return (
    <Page crumbs={[{ text: name }]} title={name} width="narrow">
      <div>
        <Loaded query={settings}>{(shown) => <Choices settings={shown} />}</Loaded>
        <Loaded query={info}>{(shown) => <Places info={shown} />}</Loaded>
      </div>
    </Page>
  );
}

function Choices({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation("settings");
  const locked = useCall("app.info", {}).data?.policy.locked ?? [];
  return (
    <>
      <Look settings={settings} locked={locked} />
      <Section title={t("sending")} help={t("sendingHelp")}>
        <BatchSize
          key={settings.batchRows}
          rows={settings.batchRows}
          disabled={locked.includes("batchRows")}
        />
      </Section>
      <Section title={t("keeping")} help={t("keepingHelp")}>
        <Retention
          key={settings.retentionDays}
          days={settings.retentionDays}
          disabled={locked.includes("retentionDays")}
        />
      </Section>
    </>
  );
}

function Places({ info }: { readonly info: AppInfo }) {
  const { t } = useTranslation("settings");
  const openLogs = useAction("app.openLogFolder");
  return (
    <>
      <Section title={t("data")}>
        <Facts
          facts={[
            { name: t("dataDir"), value: <span className="mono">{info.dataDir}</span> },
            { name: t("logDir"), value: <span className="mono">{info.logDir}</span> },
          ]}
        />
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFolderOpen size="1rem" aria-hidden />}
            loading={openLogs.isPending}
            onClick={() => openLogs.mutate({})}
          >
            {t("openLogs")}
          </Button>
        </div>
        <KeyProtection />
      </Section>
      <Section title={t("backup.name")} help={t("backup.help")}>
        <Group gap="xs">
          <Backup />
          <Restore />
        </Group>
        <KeptList />
      </Section>
      <Section title={t("practice")} help={t("practiceHelp")}>
        <PracticeServer />
      </Section>
      <Section title={t("about")} help={t("aboutHelp")}>
        <Facts facts={[{ name: t("version"), value: info.version }]} />
        <div>
          <Button
            component={Link}
            href="/about"
            size="xs"
            variant="default"
            rightSection={<IconChevronRight size="1rem" aria-hidden />}
          >
            {t("toAbout")}
          </Button>
        </div>
      </Section>
    </>
  );
}
