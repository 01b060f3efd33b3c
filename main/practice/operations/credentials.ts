import { PRACTICE_CREDENTIALS } from "../account.ts";
import type { Form } from "../form.ts";
import { required } from "../parameters.ts";
import { Refusal } from "../refusal.ts";

/**
 * Checks `user_id`, `user_api_key` (or `user_password`, as older accounts have it) and
 * `account_id`.
 * @throws Refusal, the same for whichever is wrong
 */
export function checkCredentials(form: Form): void {
  const userId = required(form, "user_id");
  const key = form.get("user_password") || required(form, "user_api_key");
  const accountId = required(form, "account_id");
  const { userId: user, apiKey, accountId: account } = PRACTICE_CREDENTIALS;
  if (userId !== user || key !== apiKey || accountId !== account) {
    throw new Refusal("Invalid credentials");
  }
}
