import type { Campaign } from "../../../preload/types.ts";
import type { Transport } from "../../common/host/transport.ts";
import type { ResolvedConnection } from "../../records/connections/resolved.ts";
import { callApi } from "./call.ts";
import { asList, isReplyObject, member, type ReplyNode, textMember } from "./reply/node.ts";

const PAGE_LENGTH = 100;
/** A server that never comes to an end is left after this many pages. */
const MAX_PAGES = 100;

/**
 * `type=campaigns_list`, all pages by `offset` and `length`. Ids are texts of digits.
 * @throws AppError of `callApi`
 */
export async function listCampaigns(
  transport: Transport,
  connection: ResolvedConnection,
): Promise<readonly Campaign[]> {
  const campaigns = new Map<string, Campaign>();
  let offset = 0;
  for (let page = 0; page < MAX_PAGES; page++) {
    const content = await callApi(transport, connection, "campaigns_list", [
      { name: "offset", value: String(offset) },
      { name: "length", value: String(PAGE_LENGTH) },
    ]);
    const items = itemsOf(member(content, "campaigns"), "campaign");
    const before = campaigns.size;
    for (const campaign of items.flatMap(toCampaign)) campaigns.set(campaign.id, campaign);
    offset += items.length;
    const total = Number(textMember(member(content, "pagination"), "total") ?? Number.NaN);
    const more = Number.isNaN(total) ? items.length === PAGE_LENGTH : offset < total;
    // A server that does not know paging answers the same page again.
    if (!more || campaigns.size === before) break;
  }
  return [...campaigns.values()];
}

/** A list, or what XML makes of one: an object whose one member holds the items. */
function itemsOf(node: ReplyNode | undefined, name: string): readonly ReplyNode[] {
  return isReplyObject(node) ? asList(member(node, name)) : asList(node);
}

function toCampaign(node: ReplyNode): readonly Campaign[] {
  const id = textMember(node, "id") ?? textMember(node, "campaign_id") ?? "";
  if (id === "") return [];
  return [{ id, name: textMember(node, "name") ?? id, type: textMember(node, "type") ?? "" }];
}
