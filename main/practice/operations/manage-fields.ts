import { fieldLabel } from "../account.ts";
import type { Form } from "../form.ts";
import { choice, required } from "../parameters.ts";
import type { ReplyObject } from "../reply/reply.ts";
import type { CampaignStore } from "../store/campaigns.ts";

/**
 * `type=manage_fields`, `action=list`: the added customer fields with their labels. The real
 * reply's shape is not documented; this one holds what a client needs, `name` and `label`.
 */
export function manageFields(campaigns: CampaignStore, form: Form): ReplyObject {
  choice("action", required(form, "action"), ["list"]);
  const fields = campaigns
    .customFields()
    .map((each): ReplyObject => ({ name: each.name, label: fieldLabel(each) }));
  return { status: "success", fields };
}
