import type { Transport } from "../../common/host/transport.ts";
import type { ResolvedConnection } from "../../records/connections/resolved.ts";
import { callApi } from "./call.ts";
import { member, textMember } from "./reply/node.ts";

/**
 * `type=account_info`: the business name of the account, its id where it has none.
 * @throws AppError of `callApi`
 */
export async function testAccount(
  transport: Transport,
  connection: ResolvedConnection,
  signal?: AbortSignal,
): Promise<{ readonly accountName: string }> {
  const content = await callApi(transport, connection, "account_info", [], signal);
  const account = member(content, "account");
  const names = [
    textMember(account, "biz_name"),
    textMember(content, "account_name"),
    textMember(account, "account_id"),
  ];
  return { accountName: names.find(Boolean) ?? connection.accountId };
}
