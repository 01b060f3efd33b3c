import {
  IconAlertCircle,
  IconCircleCheck,
  IconKeyOff,
  IconPlayerPause,
  IconSchool,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Connection } from "../../preload/types.ts";
import { Badge } from "../kit/state/badge.tsx";
import { Quiet, Table } from "../kit/table/table.tsx";

/** Every connection with its state; the practice one clearly marked. */
export function ConnectionsTable({ connections }: { readonly connections: readonly Connection[] }) {
  const { t } = useTranslation("connections");
  return (
    <Table
      label={t("common:screen.connections")}
      items={connections}
      keyOf={(one) => one.id}
      columns={[
        {
          key: "name",
          head: t("name"),
          names: true,
          cell: (one) => (
            <>
              <Link href={`/connections/${one.id}`}>{one.name}</Link>
              <Quiet>{one.kind === "practice" ? t("practiceText") : one.url}</Quiet>
            </>
          ),
        },
        {
          key: "account",
          head: t("accountId"),
          cell: (one) => <span className="mono">{one.accountId}</span>,
        },
        {
          key: "duplicates",
          head: t("duplicates"),
          cell: (one) => t(`common:duplicates.${one.settings.duplicates}`),
        },
        { key: "state", head: t("state"), cell: (one) => <ConnectionState connection={one} /> },
      ]}
    />
  );
}

function ConnectionState({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation("connections");
  if (connection.hold === "credentials") {
    return (
      <Badge tone="red" icon={<IconAlertCircle aria-hidden />}>
        {t("common:hold.credentials")}
      </Badge>
    );
  }
  if (connection.hold === "paused") {
    return (
      <Badge tone="amber" icon={<IconPlayerPause aria-hidden />}>
        {t("common:hold.paused")}
      </Badge>
    );
  }
  if (connection.kind === "practice") {
    return (
      <Badge tone="blue" icon={<IconSchool aria-hidden />}>
        {t("practice")}
      </Badge>
    );
  }
  if (!connection.hasKey) {
    return (
      <Badge tone="amber" icon={<IconKeyOff aria-hidden />}>
        {t("noKey")}
      </Badge>
    );
  }
  return (
    <Badge tone="green" icon={<IconCircleCheck aria-hidden />}>
      {t("ready")}
    </Badge>
  );
}
