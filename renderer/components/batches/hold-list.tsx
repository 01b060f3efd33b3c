import { Button, Group, Stack } from "@mantine/core";
import { IconKeyOff, IconPlayerPause } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { CallInput } from "../../../preload/contract.ts";
import type { Connection, QueuedBatch } from "../../../preload/types.ts";
import { Note } from "../../kit/messages/note.tsx";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import { distinctImports } from "./scopes.ts";

/** What of the queue stands still by itself, a connection or an import, and how it goes on. */
export function HoldList({ batches }: { readonly batches: readonly QueuedBatch[] }) {
  const { t } = useTranslation("queue");
  const connections = useCall("connections.list", {}).data ?? [];
  const held = connections.filter(({ hold }) => hold !== null);
  const imports = distinctImports(batches).filter(({ hold }) => hold === "paused");
  if (held.length + imports.length === 0) return null;
  return (
    <Stack gap="xs">
      {held.map((connection) => (
        <HeldConnection key={`connection ${connection.id}`} connection={connection} />
      ))}
      {imports.map(({ importId, fileName }) => (
        <Held
          key={`import ${importId}`}
          tone="amber"
          text={t("held.import", { name: fileName })}
          scope={{ importId }}
        />
      ))}
    </Stack>
  );
}

/** A connection over which nothing is sent, and why. */
export function HeldConnection({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation("queue");
  const { id, name, hold } = connection;
  const refused = hold === "credentials";
  return (
    <Held
      tone={refused ? "red" : "amber"}
      text={t(refused ? "held.credentials" : "held.connection", { name })}
      scope={{ connectionId: id }}
    >
      {refused && (
        <Button size="xs" variant="default" component={Link} href={`/connections/${id}`}>
          {t("held.correct")}
        </Button>
      )}
    </Held>
  );
}

interface HeldProps {
  readonly tone: "red" | "amber";
  readonly text: string;
  readonly scope: CallInput<"queue.resume">;
  readonly children?: ReactNode;
}

function Held({ tone, text, scope, children }: HeldProps) {
  const { t } = useTranslation("queue");
  const resume = useAction("queue.resume");
  const Icon = tone === "red" ? IconKeyOff : IconPlayerPause;
  return (
    <Note tone={tone} icon={<Icon aria-hidden />}>
      <div>{text}</div>
      <Group gap="xs" mt="xs">
        {children}
        <Button
          size="xs"
          variant="default"
          loading={resume.isPending}
          onClick={() => resume.mutate(scope)}
        >
          {t("held.resume")}
        </Button>
      </Group>
    </Note>
  );
}
