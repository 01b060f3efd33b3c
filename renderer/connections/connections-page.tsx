import { Button } from "@mantine/core";
import { IconPlugConnected, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { KeyProtection } from "../components/connections/key-protection.tsx";
import { Page } from "../frame/page.tsx";
import { Loaded } from "../kit/loaded.tsx";
import { Empty } from "../kit/messages/empty.tsx";
import { useCall } from "../query/use-call.ts";
import { ConnectionsTable } from "./connections-table.tsx";
import { Mappings } from "./mappings/mappings.tsx";

/** The accounts that lists may go to. */
export function ConnectionsPage() {
  const { t } = useTranslation("connections");
  const [, navigate] = useLocation();
  const query = useCall("connections.list", {});
  const name = t("common:screen.connections");
  const add = (
    <Button
      leftSection={<IconPlus size="1rem" aria-hidden />}
      onClick={() => navigate("/connections/new")}
    >
      {t("add")}
    </Button>
  );
  return (
    <Page crumbs={[{ text: name }]} title={name} lead={t("lead")} actions={add}>
      <Loaded query={query}>
        {(connections) =>
          connections.length === 0 ? (
            <Empty
              icon={<IconPlugConnected aria-hidden />}
              title={t("empty.title")}
              text={t("empty.text")}
            />
          ) : (
            <ConnectionsTable connections={connections} />
          )
        }
      </Loaded>
      <Mappings />
      <KeyProtection />
    </Page>
  );
}
