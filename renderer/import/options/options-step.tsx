import { Anchor, Group, NumberInput, Select, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { DUPLICATES, REPEATED_ROWS } from "../../../preload/choices.ts";
import type { Campaign, Draft, Notice } from "../../../preload/types.ts";
import { useCampaigns } from "../../components/campaigns/campaign-choice.tsx";
import { Page } from "../../frame/page.tsx";
import { Gradually } from "../../kit/gradually.tsx";
import { NoticeList } from "../../kit/messages/notice-list.tsx";
import { Section } from "../../kit/section.tsx";
import { useCall } from "../../query/use-call.ts";
import { StepFooter } from "../step-footer.tsx";
import { Stepper } from "../stepper.tsx";
import { useCrumbs } from "../use-crumbs.ts";
import { Campaigns } from "./campaigns.tsx";
import { Conditions } from "./conditions.tsx";
import { RadioCards } from "./radio-cards.tsx";
import { RepeatedContacts } from "./repeated-contacts.tsx";
import { type OptionsEditor, useOptions } from "./use-options.ts";

const DIGITS = 16;

/** Where the customers go, and what happens to those who exist already. */
export function OptionsStep({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation("import");
  const editor = useOptions(draft);
  const { options } = editor;
  const listed = useCampaigns(options.connectionId).data;
  const general = draft.missing.options
    .filter((notice) => notice.severity === "warning")
    .map((notice) => withCampaignName(notice, listed ?? []));
  return (
    <Page
      crumbs={useCrumbs(draft.fileName)}
      title={t("options.title")}
      lead={t("options.lead")}
      account={{ connectionId: draft.options.connectionId }}
      stepper={<Stepper draft={draft} current="options" />}
      footer={<StepFooter draft={draft} step="options" />}
      width="narrow"
    >
      <Gradually first={3}>
        <NoticeList notices={general} />
        <ConnectionChoice editor={editor} />
        <Campaigns draft={draft} editor={editor} />
        <Conditions draft={draft} editor={editor} />
        <Section title={t("options.duplicates")}>
          <RadioCards
            label={t("options.duplicates")}
            value={options.duplicates}
            choices={DUPLICATES.map((value) => ({
              value,
              title: t(`common:duplicates.${value}`),
              text: t(`options.duplicatesText.${value}`),
              ...(value === "update" ? { tag: t("options.usual") } : {}),
            }))}
            onChange={(duplicates) => editor.change({ duplicates })}
          />
        </Section>
        <Section title={t("options.repeated")} help={t("options.repeatedHelp")}>
          <RadioCards
            label={t("options.repeated")}
            value={options.repeatedRows}
            choices={REPEATED_ROWS.map((value) => ({
              value,
              title: t(`options.repeatedRows.${value}`),
              text: t(`options.repeatedText.${value}`),
            }))}
            onChange={(repeatedRows) => editor.change({ repeatedRows })}
          />
        </Section>
        <RepeatedContacts draft={draft} editor={editor} />
        <Section title={t("options.more")}>
          <Group align="flex-start" justify="space-between" wrap="nowrap">
            <Switch
              label={t("options.generate")}
              description={t("options.generateHelp")}
              checked={options.generateCardNumbers !== null}
              onChange={(event) =>
                editor.change({ generateCardNumbers: event.currentTarget.checked ? DIGITS : null })
              }
            />
            {options.generateCardNumbers !== null && (
              <NumberInput
                size="sm"
                w="8rem"
                label={t("options.digits")}
                min={4}
                max={32}
                clampBehavior="strict"
                value={options.generateCardNumbers}
                onChange={(value: number | string) => {
                  const digits = Number(value);
                  if (Number.isInteger(digits) && digits >= 4 && digits <= 32) {
                    editor.change({ generateCardNumbers: digits });
                  }
                }}
              />
            )}
          </Group>
          <Switch
            label={t("options.undo")}
            description={t("options.undoHelp")}
            checked={options.keepUndoState}
            onChange={(event) => editor.change({ keepUndoState: event.currentTarget.checked })}
          />
        </Section>
      </Gradually>
    </Page>
  );
}

/** A campaign by the name that the platform lists it under. */
function withCampaignName(notice: Notice, listed: readonly Campaign[]): Notice {
  const name = listed.find(({ id }) => id === notice.params.campaign)?.name;
  return name === undefined ? notice : { ...notice, params: { ...notice.params, campaign: name } };
}

function ConnectionChoice({ editor }: { readonly editor: OptionsEditor }) {
  const { t } = useTranslation("import");
  const connections = useCall("connections.list", {}).data ?? [];
  const chosen = connections.find((one) => one.id === editor.options.connectionId);
  return (
    <Section title={t("options.connection")} help={t("options.connectionHelp")} word="connection">
      <Select
        aria-label={t("options.connection")}
        placeholder={t("options.chooseConnection")}
        data={connections.map((one) => ({
          value: String(one.id),
          label: one.kind === "practice" ? t("options.practice", { name: one.name }) : one.name,
        }))}
        value={chosen === undefined ? null : String(chosen.id)}
        onChange={(value: string | null) => {
          const next = connections.find((one) => String(one.id) === value);
          if (next === undefined || next.id === chosen?.id) return;
          const { campaigns } = next.settings;
          editor.change({ connectionId: next.id, campaigns });
        }}
      />
      <Anchor component={Link} href="/connections" size="sm">
        {t("options.manage")}
      </Anchor>
    </Section>
  );
}
