import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { QueuedBatch } from "../../preload/types.ts";
import { distinctConnections, distinctImports } from "../components/batches/scopes.ts";
import { useAction } from "../query/use-action.ts";
import { useCall } from "../query/use-call.ts";

/** Pauses less than everything: one connection, or one import. */
export function PauseMenu({ batches }: { readonly batches: readonly QueuedBatch[] }) {
  const { t } = useTranslation("queue");
  const pause = useAction("queue.pause");
  const known = useCall("connections.list", {}).data ?? [];
  const open = batches.filter(({ state }) => state !== "rejected" && state !== "uncertain");
  const connections = distinctConnections(open).filter(({ connectionId }) =>
    known.some(({ id, hold }) => id === connectionId && hold === null),
  );
  const imports = distinctImports(open).filter(({ hold }) => hold === null);
  if (connections.length + imports.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="input-sm" aria-label={t("pauseSome")}>
          <IconDots size="1rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {connections.map(({ connectionId, connectionName: name }) => (
          <Menu.Item
            key={`connection ${connectionId}`}
            onClick={() => pause.mutate({ connectionId })}
          >
            {t("pauseConnection", { name })}
          </Menu.Item>
        ))}
        {imports.map(({ importId, fileName: name }) => (
          <Menu.Item key={`import ${importId}`} onClick={() => pause.mutate({ importId })}>
            {t("pauseImport", { name })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
