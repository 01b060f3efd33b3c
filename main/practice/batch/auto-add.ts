import type { FieldName } from "../../../preload/fields.ts";
import type { PracticeCampaign } from "../account.ts";
import type { StoredBalance } from "../store/balances.ts";
import { refuseRows } from "./rows.ts";

/** Up to two decimals, so that hundredths hold it exactly; nine digits are enough for anyone. */
const AMOUNT = /^(\d{1,9})(?:\.(\d{1,2}))?$/;
const ONE_PIECE = 100;

/**
 * What an `auto_add` value adds to a campaign: "the amount of points, visits, dollars, or name of
 * product or service, depending on the campaign type". Null where the value does not suit.
 */
export function autoAdd(campaign: PracticeCampaign, value: string): StoredBalance | null {
  if (campaign.type === "buyx") {
    return { campaignId: campaign.id, item: value, hundredths: ONE_PIECE };
  }
  const [, whole, decimals] = AMOUNT.exec(value.trim()) ?? [];
  if (whole === undefined) return null;
  const hundredths = Number(whole) * 100 + Number((decimals ?? "").padEnd(2, "0"));
  return { campaignId: campaign.id, item: "", hundredths };
}

/** @throws Refusal naming the rows whose amount does not suit the first campaign */
export function checkAutoAdd(
  fields: readonly FieldName[],
  rows: readonly (readonly string[])[],
  first: PracticeCampaign,
): void {
  const index = fields.indexOf("auto_add");
  if (index < 0) return;
  refuseRows(rows, (row) => {
    const value = row[index] ?? "";
    if (value.trim() === "" || autoAdd(first, value) !== null) return undefined;
    return `has an auto_add that is no amount, as a campaign of type ${first.type} needs it`;
  });
}
