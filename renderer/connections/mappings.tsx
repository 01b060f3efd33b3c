import { Button, FileButton } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { getBridge } from "../bridge.ts";
import { Moment } from "../kit/moment.tsx";
import { Section } from "../kit/section.tsx";
import { useShowError } from "../kit/show-error.tsx";
import { Quiet, Table } from "../kit/table.tsx";
import { useFormat } from "../kit/use-format.ts";
import { callMain, unwrap } from "../query/call.ts";
import { storeResult } from "../query/store-result.ts";
import { useCall } from "../query/use-call.ts";
import { MappingActions } from "./mapping-actions.tsx";

/** Mappings that lists with the same columns get by themselves. */
export function Mappings() {
  const { t } = useTranslation("connections");
  const format = useFormat();
  const mappings = useCall("mappings.list", {}).data ?? [];
  return (
    <Section title={t("mappings.title")} help={t("mappings.help")}>
      {mappings.length === 0 ? (
        <Quiet>{t("mappings.empty")}</Quiet>
      ) : (
        <Table
          label={t("mappings.title")}
          items={mappings}
          keyOf={(one) => one.id}
          columns={[
            {
              key: "name",
              head: t("mappings.name"),
              names: true,
              cell: (one) => (
                <>
                  {one.name}
                  <Quiet>{format.list(one.headers.slice(0, 5))}</Quiet>
                </>
              ),
            },
            {
              key: "connection",
              head: t("mappings.connection"),
              cell: (one) => one.connectionName ?? "",
            },
            {
              key: "used",
              head: t("mappings.used"),
              cell: (one) => <Moment at={one.usedAt} />,
            },
            {
              key: "actions",
              head: t("mappings.actions"),
              cell: (one) => <MappingActions mapping={one} />,
            },
          ]}
        />
      )}
      <ImportMapping />
    </Section>
  );
}

function ImportMapping() {
  const { t } = useTranslation("connections");
  const client = useQueryClient();
  const showError = useShowError();
  const connections = useCall("connections.list", {}).data ?? [];
  const target = connections.find((one) => one.kind === "api") ?? connections[0];
  const bring = useMutation({
    mutationFn: async (file: File) => {
      const { fileId } = unwrap(await getBridge().acceptFile(file));
      return callMain("mappings.import", { fileId, connectionId: target?.id ?? null });
    },
    onSuccess: (mapping) => storeResult(client, "mappings.import", mapping),
    onError: showError,
  });
  return (
    <div>
      <FileButton
        accept="application/json,.json"
        onChange={(file: File | null) => file !== null && bring.mutate(file)}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={bring.isPending}
            leftSection={<IconUpload size="1rem" aria-hidden />}
          >
            {t("mappings.import")}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
