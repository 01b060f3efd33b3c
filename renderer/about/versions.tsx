import { Button, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AppInfo } from "../../preload/types.ts";
import { Facts } from "../kit/text/facts.tsx";

/** What runs here, to read out or to copy to somebody who helps. */
export function Versions({ info }: { readonly info: AppInfo }) {
  const { t } = useTranslation("settings");
  const facts = [
    { name: t("common:product"), value: info.version },
    ...Object.entries(info.versions).map(([name, value]) => ({ name, value })),
    { name: t("host"), value: t(`hosts.${info.host}`) },
  ];
  return (
    <>
      <Facts facts={facts} />
      <CopyButton value={facts.map(({ name, value }) => `${name}: ${value}`).join("\n")}>
        {({ copied, copy }) => (
          <div>
            <Button
              size="xs"
              variant="default"
              leftSection={
                copied ? (
                  <IconCheck size="1rem" aria-hidden />
                ) : (
                  <IconCopy size="1rem" aria-hidden />
                )
              }
              onClick={copy}
            >
              {copied ? t("common:copied") : t("copyVersions")}
            </Button>
          </div>
        )}
      </CopyButton>
    </>
  );
}
