import { Group, Stack } from "@mantine/core";
import { IconHash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TABLE_FORMATS } from "../../../preload/choices.ts";
import type { GeneratedRow, Page } from "../../../preload/types.ts";
import { Loaded } from "../../kit/loaded.tsx";
import { Empty } from "../../kit/messages/empty.tsx";
import { saveFile } from "../../kit/save-file.tsx";
import { Section } from "../../kit/section.tsx";
import { Pager } from "../../kit/table/pager.tsx";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import { SaveMenu } from "../save-menu.tsx";
import { GeneratedTable } from "./generated-table.tsx";

/** Rows at a time on the ids' own page, and where they are only a part of a page. */
const LONG = 100;
const SHORT = 10;

/** The ids that the platform made up in an import, on a page of their own. */
export function GeneratedTab({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("history");
  const { query, ...turn } = useGenerated(importId, LONG);
  return (
    <Loaded query={query}>
      {(page) =>
        page.total === 0 ? (
          <Empty
            icon={<IconHash aria-hidden />}
            title={t("generated.none.title")}
            text={t("generated.none.text")}
          />
        ) : (
          <Found importId={importId} page={page} {...turn} />
        )
      }
    </Loaded>
  );
}

/** The same as a part of a result, where there are any. */
export function GeneratedSection({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("history");
  const { query, ...turn } = useGenerated(importId, SHORT);
  if (query.data === undefined || query.data.total === 0) return null;
  return (
    <Section title={t("generated.title")} help={t("generated.help")}>
      <Found importId={importId} page={query.data} {...turn} />
    </Section>
  );
}

function useGenerated(importId: number, limit: number) {
  const [offset, setOffset] = useState(0);
  const query = useCall("history.generated", { importId, offset, limit }, { keep: true });
  return { query, offset, limit, onOffset: setOffset };
}

interface FoundProps {
  readonly importId: number;
  readonly page: Page<GeneratedRow>;
  readonly offset: number;
  readonly limit: number;
  readonly onOffset: (offset: number) => void;
}

function Found({ importId, page, ...turn }: FoundProps) {
  const { t } = useTranslation("history");
  const exporting = useAction("history.export", { onSuccess: saveFile });
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <SaveMenu
          label={t("generated.save")}
          busy={exporting.isPending}
          groups={[
            {
              key: "generated",
              items: TABLE_FORMATS.map((format) => ({
                key: format,
                label: t(`export.format.${format}`),
                save: () => exporting.mutate({ importId, what: "generated", format }),
              })),
            },
          ]}
        />
        <Pager total={page.total} {...turn} />
      </Group>
      <GeneratedTable items={page.items} />
    </Stack>
  );
}
