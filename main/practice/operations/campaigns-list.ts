import { campaignName, type PracticeCampaign, practiceAccountName } from "../account.ts";
import type { Form } from "../form.ts";
import { wholeNumber } from "../parameters.ts";
import type { ReplyObject } from "../reply/reply.ts";
import type { CampaignStore } from "../store/campaigns.ts";

const OFFSETS = { min: 0, max: 999_999_999 } as const;
const LENGTHS = { min: 1, max: 999_999_999 } as const;
/** Campaigns in one reply, whatever `length` asks for. */
const MAX_PAGE = 100;

/** `type=campaigns_list` with `offset` and `length`, in the shape seen in public clients. */
export function campaignsList(campaigns: CampaignStore, form: Form): ReplyObject {
  const offset = wholeNumber(form, "offset", OFFSETS, 0);
  const length = wholeNumber(form, "length", LENGTHS, MAX_PAGE);
  return {
    status: "success",
    account_name: practiceAccountName(),
    campaigns: campaigns.page(offset, Math.min(length, MAX_PAGE)).map(described),
    pagination: { total: String(campaigns.total()), offset: String(offset) },
  };
}

function described(campaign: PracticeCampaign): ReplyObject {
  const { id, type, currency, createdStamp } = campaign;
  return { id, name: campaignName(campaign), type, currency, created_stamp: createdStamp };
}
