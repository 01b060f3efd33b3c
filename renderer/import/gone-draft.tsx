import { Button } from "@mantine/core";
import { IconFileOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Page } from "../frame/page.tsx";
import { Empty } from "../kit/messages/empty.tsx";
import { useTexts } from "../kit/text/use-texts.ts";
import { errorData } from "../query/call.ts";
import { useCrumbs } from "./use-crumbs.ts";

/**
 * In the place of a draft that was sent, deleted or prepared anew while it was open.
 * @param why the error that told so, or null
 */
export function GoneDraft({ why }: { readonly why: unknown }) {
  const texts = useTexts();
  const { t } = useTranslation("import");
  return (
    <Page crumbs={useCrumbs(null)} title={t("common:screen.import")}>
      <Empty
        icon={<IconFileOff aria-hidden />}
        title={t("gone.title")}
        text={why === null ? t("gone.text") : texts.error(errorData(why))}
        action={
          <Button component={Link} href="/import">
            {t("gone.action")}
          </Button>
        }
      />
    </Page>
  );
}
