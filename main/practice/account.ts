import type { FieldName } from "../../preload/fields.ts";
import { t } from "../common/text.ts";

/**
 * The practice account: the same credentials in every installation, so that a practice connection
 * keeps working over restarts. They protect nothing: the server answers this computer only.
 */
export const PRACTICE_CREDENTIALS = {
  userId: "practice",
  apiKey: "practice-key-0000",
  accountId: "practicestore",
} as const;

/** In the person's language. */
export function practiceAccountName(): string {
  return t("words:practice-account.name");
}

/** The types of campaign that published clients of the API have met. */
type CampaignType = "points" | "dollars" | "giftcard" | "events" | "buyx";

export interface PracticeCampaign {
  /** 16 digits, never a number. */
  readonly id: string;
  readonly name: string;
  readonly type: CampaignType;
  readonly currency: string;
  /** `YYYY-MM-DD HH:MM:SS`, as the API writes it. */
  readonly createdStamp: string;
}

/** The campaigns a new practice database starts with, one of each type. */
export const PRACTICE_CAMPAIGNS: readonly PracticeCampaign[] = [
  {
    id: "1106069098931231",
    name: "Points for every purchase",
    type: "points",
    currency: "",
    createdStamp: "2017-11-23 12:45:38",
  },
  {
    id: "1106069098931232",
    name: "Cash back & rewards",
    type: "dollars",
    currency: "USD",
    createdStamp: "2018-03-02 09:10:04",
  },
  {
    id: "1106069098931233",
    name: "Gift card",
    type: "giftcard",
    currency: "USD",
    createdStamp: "2018-12-01 17:00:51",
  },
  {
    id: "1106069098931234",
    name: "Visits",
    type: "events",
    currency: "",
    createdStamp: "2019-06-14 08:30:00",
  },
  {
    id: "0906069098931235",
    name: "Ten cafés, one free",
    type: "buyx",
    currency: "",
    createdStamp: "2021-01-05 11:22:33",
  },
];

/**
 * A campaign's name in the person's language, whichever was spoken when the account was made; one
 * that is no longer the practice account's own stays.
 */
export function campaignName({ id, name, type }: PracticeCampaign): string {
  const isOurs = PRACTICE_CAMPAIGNS.some((each) => each.id === id && each.name === name);
  return isOurs ? t(`words:practice-account.${type}`) : name;
}

export interface PracticeCustomField {
  readonly name: FieldName;
  readonly label: string;
}

/** The added customer fields of the practice account. */
export const PRACTICE_CUSTOM_FIELDS: readonly PracticeCustomField[] = [
  { name: "custom_field_1", label: "Favourite product" },
  { name: "custom_field_2", label: "Shoe size" },
  { name: "custom_field_3", label: "Preferred store" },
];

/** As with campaigns, in the person's language as long as the label is the practice account's own. */
export function fieldLabel({ name, label }: PracticeCustomField): string {
  const isOurs = PRACTICE_CUSTOM_FIELDS.some((each) => each.name === name && each.label === label);
  return isOurs ? t(`words:practice-account.${name}`) : label;
}
