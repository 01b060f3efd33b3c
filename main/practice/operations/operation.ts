import { assertNever } from "../../../preload/assert-never.ts";
import type { Form } from "../form.ts";
import { choice, required } from "../parameters.ts";
import type { ReplyObject } from "../reply/reply.ts";
import type { PracticeStore } from "../store/store.ts";
import { accountInfo } from "./account-info.ts";
import { campaignsList } from "./campaigns-list.ts";
import { checkCredentials } from "./credentials.ts";
import { customersBatch } from "./customers-batch.ts";
import { manageFields } from "./manage-fields.ts";

const TYPES = ["customers_batch", "account_info", "campaigns_list", "manage_fields"] as const;

/** Does what a form asks for. @throws Refusal in the API's words */
export function operate(store: PracticeStore, form: Form): ReplyObject {
  choice("API", required(form, "API"), ["1.5"]);
  checkCredentials(form);
  const type = choice("type", required(form, "type"), TYPES);
  switch (type) {
    case "customers_batch":
      return customersBatch(store, form);
    case "account_info":
      return accountInfo();
    case "campaigns_list":
      return campaignsList(store.campaigns, form);
    case "manage_fields":
      return manageFields(store.campaigns, form);
    default:
      return assertNever(type);
  }
}
