import { PRACTICE_ACCOUNT_NAME, PRACTICE_CREDENTIALS } from "../account.ts";
import type { ReplyObject } from "../reply/reply.ts";

/** `type=account_info`, in the shape seen in public clients. */
export function accountInfo(): ReplyObject {
  const account = { account_id: PRACTICE_CREDENTIALS.accountId, biz_name: PRACTICE_ACCOUNT_NAME };
  return { status: "success", account };
}
