import { Button, Group, Tabs } from "@mantine/core";
import { IconEyeOff, IconFileAlert } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { CallInput } from "../../../preload/contract.ts";
import type { Draft } from "../../../preload/types.ts";
import { Page } from "../../frame/page.tsx";
import { ErrorPanel } from "../../kit/error-panel.tsx";
import { Note } from "../../kit/note.tsx";
import { NoticeList } from "../../kit/notice-list.tsx";
import { useFormat } from "../../kit/use-format.ts";
import { useAction } from "../../query/use-action.ts";
import { StepFooter } from "../step-footer.tsx";
import { Stepper } from "../stepper.tsx";
import { useCrumbs } from "../use-crumbs.ts";
import { FirstRows } from "./first-rows.tsx";
import { TextReading } from "./text-reading.tsx";

/** Which sheet, and which row holds the headers. */
export function FileStep({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const [, navigate] = useLocation();
  const { reading } = draft;
  const read = useAction("drafts.setReading", { onError: () => undefined });
  const change = (what: Omit<CallInput<"drafts.setReading">, "draftId">) =>
    read.mutate({ draftId: draft.id, ...what });
  const toStart = () => navigate("/import");
  const rows = <FirstRows reading={reading} onHeaderRow={(headerRow) => change({ headerRow })} />;
  return (
    <Page
      crumbs={useCrumbs(draft.fileName)}
      title={t("file.title")}
      lead={t("file.lead")}
      stepper={<Stepper draft={draft} current="file" />}
      footer={<StepFooter draft={draft} step="file" onBack={toStart} />}
      actions={
        <Button variant="default" onClick={toStart}>
          {t("file.other")}
        </Button>
      }
    >
      {read.error && <ErrorPanel error={read.error} />}
      {draft.fileState !== "same" && (
        <Note tone="amber" icon={<IconFileAlert aria-hidden />}>
          <Group justify="space-between">
            <span>{t(`file.${draft.fileState}`)}</span>
            {draft.fileState === "changed" && (
              <Button size="xs" variant="default" onClick={() => change({ sheet: reading.sheet })}>
                {t("file.readAgain")}
              </Button>
            )}
          </Group>
        </Note>
      )}
      <NoticeList notices={reading.notices} />
      <TextReading reading={reading} onChange={change} />
      {reading.sheets.length > 1 ? (
        <Tabs
          value={reading.sheet}
          onChange={(sheet: string | null) => sheet !== null && change({ sheet })}
          keepMounted={false}
          activateTabWithKeyboard={false}
        >
          <Tabs.List mb="sm" aria-label={t("file.sheets")}>
            {reading.sheets.map((sheet) => (
              <Tabs.Tab
                key={sheet.name}
                value={sheet.name}
                rightSection={sheet.hidden ? <IconEyeOff size="1rem" aria-hidden /> : null}
              >
                {sheet.name}
                {sheet.hidden && ` (${t("file.hidden")})`}
                {sheet.rows !== null && ` · ${format.number(sheet.rows)}`}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={reading.sheet}>{rows}</Tabs.Panel>
        </Tabs>
      ) : (
        rows
      )}
    </Page>
  );
}
