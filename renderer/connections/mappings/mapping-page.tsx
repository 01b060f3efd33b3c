import { useTranslation } from "react-i18next";
import { Page } from "../../frame/page.tsx";
import { Loaded } from "../../kit/loaded.tsx";
import { useCall } from "../../query/use-call.ts";
import { MappingForm } from "./mapping-form.tsx";

/** One remembered mapping, to be changed without a list. */
export function MappingPage({ id }: { readonly id: number }) {
  const { t } = useTranslation("connections");
  const query = useCall("mappings.get", { id });
  const kept = query.data;
  if (kept !== undefined) return <MappingForm kept={kept} />;
  const title = query.isError ? t("mappings.title") : t("common:loading");
  const crumbs = [
    { text: t("common:screen.connections"), href: "/connections" },
    { text: t("mappings.title") },
  ];
  return (
    <Page crumbs={crumbs} title={title}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}
