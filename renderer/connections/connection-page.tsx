import { useTranslation } from "react-i18next";
import { Page } from "../frame/page.tsx";
import { Loaded } from "../kit/loaded.tsx";
import { ErrorPanel } from "../kit/messages/error-panel.tsx";
import { CallError } from "../query/call.ts";
import { useCall } from "../query/use-call.ts";
import { ConnectionEditor } from "./connection-editor.tsx";

/** One connection; null is a new one. */
export function ConnectionPage({ id }: { readonly id: number | null }) {
  const { t } = useTranslation("connections");
  const query = useCall("connections.list", {});
  const connection = query.data?.find((one) => one.id === id) ?? null;
  const crumbs = [
    { text: t("common:screen.connections"), href: "/connections" },
    { text: connection?.name ?? t("new") },
  ];
  if (query.data === undefined) {
    return (
      <Page crumbs={crumbs} title={t("common:loading")}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    );
  }
  if (id !== null && connection === null) {
    return (
      <Page crumbs={crumbs} title={t("common:screen.connections")}>
        <ErrorPanel error={goneError(t("gone"))} />
      </Page>
    );
  }
  return <ConnectionEditor connection={connection} crumbs={crumbs} />;
}

function goneError(message: string): CallError {
  return new CallError({ code: "connection-gone", params: {}, message, retry: false });
}
