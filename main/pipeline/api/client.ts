export { listCampaigns } from "./list-campaigns.ts";
export { listCustomFields } from "./list-custom-fields.ts";
export { testAccount } from "./test-account.ts";
