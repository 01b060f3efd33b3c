import type { Dictionary } from "./dictionary.ts";

/**
 * Headers that other systems write in their customer exports and that no language's dictionary
 * reads right by itself.
 */
export const systems: Readonly<Record<string, Dictionary>> = {
  /** "Default Address Zip" and the like are read by owner and word. */
  shopify: {
    certain: {
      code: ["Customer ID"],
      nothing: ["Default Address Company", "Default Address Name"],
    },
  },
  /** Square's own id is the customer's; the merchant's reference is often empty. */
  square: {
    certain: { code: ["Square Customer ID"], nothing: ["Company Name", "Instant Profile"] },
    likely: { code: ["Reference ID"] },
  },
  /** X-Series writes physical_ and postal_ addresses, R-Series "Email 1" and "Home Phone". */
  lightspeed: {
    certain: {
      code: ["customer_code"],
      city: ["physical_city"],
      nothing: ["physical_suburb", "postal_suburb", "loyalty_balance", "enable_loyalty"],
      country: ["physical_country_id"],
      postal_code: ["physical_postcode"],
      street1: ["physical_address1"],
      street2: ["physical_address2"],
      state: ["physical_state"],
    },
  },
  clover: {
    certain: { postal_code: ["Postal / Zip Code"], state: ["State / Province"] },
  },
  /** Core's customer report and the user export of its importers. */
  woocommerce: {
    certain: {
      email: ["user_email"],
      first_name: ["user_first_name"],
      last_name: ["user_last_name"],
      nothing: ["user_pass", "user_nicename", "user_url", "display_name", "AOV"],
    },
    likely: {
      code: ["customer_user_id"],
      customer_username: ["user_login"],
      street1: ["Address 1&2"],
    },
  },
  /** PrestaShop's customer table, as shop owners query it. */
  prestashop: { certain: { code: ["id_customer"] } },
  mailchimp: {
    certain: { first_name: ["FNAME"], last_name: ["LNAME"], nothing: ["LEID", "EUID"] },
    /** Guessed from the address of the computer that subscribed. */
    within: { beside: "EUID", nothing: ["REGION", "CC", "TIMEZONE"] },
  },
  hubspot: {
    certain: {
      mobile_phone: ["Mobile Phone Number"],
      state: ["State/Region"],
      country: ["Country/Region"],
      nothing: ["Record ID", "Contact ID", "Associated Company"],
    },
  },
  google: {
    certain: {
      email: ["E-mail 1 - Value"],
      street2: ["Address 1 - Extended Address"],
      nothing: ["Address 1 - Formatted", "Address 1 - PO Box", "File As", "Organization Name"],
    },
    likely: { phone: ["Phone 1 - Value"] },
  },
  outlook: {
    certain: {
      email: ["E-mail Address"],
      nothing: ["E-mail Display Name", "Company Main Phone", "Home Address PO Box"],
    },
  },
  quickbooks: {
    certain: {
      nothing: ["Company", "Primary Contact", "Opening Balance", "Open Balance"],
      email: ["Main Email"],
      phone: ["Main Phone"],
    },
    likely: { code: ["Account No."], full_name: ["Customer full name"] },
  },
};
