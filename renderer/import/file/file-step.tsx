import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { CallInput } from "../../../preload/contract.ts";
import type { Draft } from "../../../preload/types.ts";
import { Page } from "../../frame/page.tsx";
import { Afterwards } from "../../kit/afterwards.tsx";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { useAction } from "../../query/use-action.ts";
import { useFileAction } from "../../query/use-file-action.ts";
import { ListFindings } from "../list-findings.tsx";
import { StepFooter } from "../step-footer.tsx";
import { Stepper } from "../stepper.tsx";
import { useCrumbs } from "../use-crumbs.ts";
import { ChosenAgainNote } from "./chosen-again-note.tsx";
import { FileStateNote } from "./file-state-note.tsx";
import { FirstRows } from "./first-rows.tsx";
import { type HeaderChange, headerChange } from "./header-change.ts";
import { NoHeader } from "./no-header.tsx";
import { Sheets } from "./sheets.tsx";
import { TextReading } from "./text-reading.tsx";

/** Which sheet, and which row holds the headers. */
export function FileStep({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation("import");
  const [, navigate] = useLocation();
  const { reading } = draft;
  const [chosen, setChosen] = useState<HeaderChange | null>(null);
  const read = useAction("drafts.setReading", { onError: () => undefined });
  const choose = useFileAction("drafts.chooseFile", (fileId) => ({ draftId: draft.id, fileId }), {
    onSuccess: (after) => setChosen(headerChange(reading, after.reading)),
    onError: () => undefined,
  });
  const change = (what: Omit<CallInput<"drafts.setReading">, "draftId">) =>
    read.mutate({ draftId: draft.id, ...what });
  const toStart = () => navigate("/import");
  const rows = <FirstRows reading={reading} onHeaderRow={(headerRow) => change({ headerRow })} />;
  return (
    <Page
      crumbs={useCrumbs(draft.fileName)}
      title={t("file.title")}
      lead={t("file.lead")}
      account={{ connectionId: draft.options.connectionId }}
      stepper={<Stepper draft={draft} current="file" />}
      footer={<StepFooter draft={draft} step="file" onBack={toStart} />}
      actions={
        <Button variant="default" onClick={toStart}>
          {t("file.other")}
        </Button>
      }
    >
      {read.error && <ErrorPanel error={read.error} />}
      {choose.error && <ErrorPanel error={choose.error} />}
      {draft.fileState !== "same" && (
        <FileStateNote
          state={draft.fileState}
          busy={read.isPending || choose.isPending}
          onReadAgain={() => change({ sheet: reading.sheet })}
          onChoose={choose.mutate}
        />
      )}
      <Afterwards>
        {chosen !== null && draft.fileState === "same" && <ChosenAgainNote {...chosen} />}
        <ListFindings draft={draft} />
        <TextReading reading={reading} onChange={change} />
        <NoHeader
          bare={reading.headerRow === 0}
          onChange={(bare) => change({ headerRow: bare ? 0 : null })}
        />
        {reading.sheets.length > 1 ? (
          <Sheets reading={reading} onSheet={(sheet) => change({ sheet })}>
            {rows}
          </Sheets>
        ) : (
          rows
        )}
      </Afterwards>
    </Page>
  );
}
