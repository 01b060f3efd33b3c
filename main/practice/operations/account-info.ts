import { PRACTICE_CREDENTIALS, practiceAccountName } from "../account.ts";
import type { ReplyObject } from "../reply/reply.ts";

/** `type=account_info`, in the shape seen in public clients. */
export function accountInfo(): ReplyObject {
  const account = { account_id: PRACTICE_CREDENTIALS.accountId, biz_name: practiceAccountName() };
  return { status: "success", account };
}
