import { Combobox, InputBase, Loader, useCombobox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Campaign } from "../../../preload/types.ts";
import styles from "./campaigns.module.css";

const ID = /^[^,|\s]{1,64}$/;
const SHOWN = 50;

export interface CampaignSearchProps {
  readonly known: readonly Campaign[];
  readonly chosen: readonly string[];
  readonly loading: boolean;
  readonly onAdd: (id: string) => void;
}

/** Finds a campaign by name or id among those the API lists; any id may be typed as well. */
export function CampaignSearch({ known, chosen, loading, onAdd }: CampaignSearchProps) {
  const { t } = useTranslation("import");
  const [text, setText] = useState("");
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const words = text.trim().toLowerCase();
  const free = known.filter((one) => !chosen.includes(one.id));
  const found = free
    .filter((one) => `${one.name} ${one.id} ${one.type}`.toLowerCase().includes(words))
    .slice(0, SHOWN);
  const typed = text.trim();
  const addable =
    ID.test(typed) && !chosen.includes(typed) && !known.some((one) => one.id === typed);
  const add = (id: string) => {
    onAdd(id);
    setText("");
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={add}>
      <Combobox.Target>
        <InputBase
          label={t("options.addCampaign")}
          placeholder={t("options.searchCampaign")}
          value={text}
          rightSection={
            loading ? <Loader size="xs" role="status" aria-label={t("common:loading")} /> : null
          }
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={styles.results ?? ""} aria-label={t("options.campaigns")}>
          {found.map((campaign) => (
            <Combobox.Option value={campaign.id} key={campaign.id}>
              <div>{campaign.name}</div>
              <div className={styles.campaignId}>
                <span className="mono">{campaign.id}</span> · {campaign.type}
              </div>
            </Combobox.Option>
          ))}
          {addable && (
            <Combobox.Option value={typed}>{t("options.useTyped", { id: typed })}</Combobox.Option>
          )}
          {found.length === 0 && !addable && (
            <Combobox.Empty>
              {t(typed === "" ? "options.noCampaigns" : "options.noCampaignFound")}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
