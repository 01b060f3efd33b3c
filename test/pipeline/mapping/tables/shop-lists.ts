import { listTable } from "./list-table.ts";

export const shopLists = [
  listTable(
    "Matrixify",
    `
    ID | - | 6789012345678 | 6789012353597 | 6789012361516 | 6789012369435 | 6789012377354
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Command | - | MERGE | MERGE | MERGE | MERGE | MERGE
    First Name | first_name | Jane | Luis | Mary | John | Anna
    Last Name | last_name | Doe | Vega | Smith | Jones | Rossi
    Phone | phone | +15125551000 | +15125551037 | +15125551074 | +15125551111 | +15125551148
    State | - | enabled | disabled | invited | enabled | disabled
    Email Marketing: Status | - | subscribed | unsubscribed | subscribed | unsubscribed | subscribed
    Email Marketing: Level | - | single_opt_in | single_opt_in | single_opt_in | single_opt_in | single_opt_in
    Email Marketing: Updated At | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    Created At | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    Updated At | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    Note | - | likes tea |  |  |  | likes tea
    Verified Email | - | FALSE | TRUE | TRUE | FALSE | TRUE
    Tax Exempt | - | FALSE | TRUE | TRUE | FALSE | TRUE
    Tags | - | VIP | new | regular | VIP | new
    Total Spent | - | 209.70 | 655.90 | 127.07 | 734.56 | 236.20
    Total Orders | - | 54 | 48 | 13 | 41 | 36
    Last Order: ID | - | 6789012345678 | 6789012353597 | 6789012361516 | 6789012369435 | 6789012377354
    Last Order: Name | - | #1001 | #1002 | #1003 | #1001 | #1002
    Last Order: Created At | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    Address ID | - | 6789012345678 | 6789012353597 | 6789012361516 | 6789012369435 | 6789012377354
    Address First Name | - | Jane | Luis | Mary | John | Anna
    Address Last Name | - | Doe | Vega | Smith | Jones | Rossi
    Address Phone | - | 617-555-2000 | 617-555-2041 | 617-555-2082 | 617-555-2123 | 617-555-2164
    Address Company | - | Widgets Inc |  |  | Blue Sky GmbH |
    Address Line 1 | street1 | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    Address Line 2 | street2 | Apt 1 |  |  | Apt 4 |
    Address City | city | Austin | Boston | Denver | Dallas | Salem
    Address Province | state | Texas | Massachusetts | Colorado | Texas | Oregon
    Address Province Code | - | TX | MA | CO | TX | OR
    Address Country | country | United States | United States | United States | United States | United States
    Address Country Code | - | US | US | US | US | US
    Address Zip | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    Address Is Default | - | FALSE | TRUE | TRUE | FALSE | TRUE
    `,
  ),
  listTable(
    "WooCommerce, customers of its orders",
    `
    Order Number | - | 1001 | 1002 | 1003 | 1004 | 1005
    Order Status | - | Completed | Completed | Completed | Completed | Completed
    Order Date | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    Customer Note | - | likes tea |  |  |  | likes tea
    First Name (Billing) | first_name | Jane | Luis | Mary | John | Anna
    Last Name (Billing) | last_name | Doe | Vega | Smith | Jones | Rossi
    Company (Billing) | - | Widgets Inc |  |  | Blue Sky GmbH |
    Address 1&2 (Billing) | street1 | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    City (Billing) | city | Austin | Boston | Denver | Dallas | Salem
    State Code (Billing) | state | TX | MA | CO | TX | OR
    Postcode (Billing) | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    Country Code (Billing) | country | US | US | US | US | US
    Email (Billing) | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Phone (Billing) | phone | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    First Name (Shipping) | - | Jane | Luis | Mary | John | Anna
    Last Name (Shipping) | - | Doe | Vega | Smith | Jones | Rossi
    Address 1&2 (Shipping) | - | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    City (Shipping) | - | Austin | Boston | Denver | Dallas | Salem
    Payment Method Title | - | Visa | PayPal | Cash | Visa | PayPal
    Order Total Amount | - | 209.70 | 655.90 | 127.07 | 734.56 | 236.20
    Coupon Code | - |  |  |  |  |
    `,
  ),
  listTable(
    "PrestaShop, its customer table",
    `
    id_customer | code | 1 | 2 | 3 | 4 | 5
    id_gender | - | 1 | 2 | 1 | 2 | 1
    id_default_group | - | 3 | 3 | 3 | 3 | 3
    firstname | first_name | Jane | Luis | Mary | John | Anna
    lastname | last_name | Doe | Vega | Smith | Jones | Rossi
    email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    passwd | - | $P$B70587658443743181483 | $P$B41333064544573183092 | $P$B76836776198863486802 | $P$B55821468585896843080 | $P$B09046407620913005384
    birthday | custom_date | 1970-07-14 | 1966-07-28 | 1985-01-03 | 1992-12-31 | 1978-05-21
    newsletter | - | 0 | 1 | 0 | 1 | 0
    ip_registration_newsletter | - | 192.0.2.1 | 192.0.2.2 | 192.0.2.3 | 192.0.2.4 | 192.0.2.5
    optin | - | 0 | 1 | 0 | 1 | 0
    secure_key | - | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    date_add | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    date_upd | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    address1 | street1 | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    address2 | street2 | Apt 1 |  |  | Apt 4 |
    postcode | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    city | city | Austin | Boston | Denver | Dallas | Salem
    phone | - | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    phone_mobile | phone | 617-555-2000 | 617-555-2041 | 617-555-2082 | 617-555-2123 | 617-555-2164
    `,
  ),
  listTable(
    "Magento, its customer grid",
    `
    ID | - | 1 | 2 | 3 | 4 | 5
    Name | first_name+last_name | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Group | - | General | General | General | General | General
    Phone | phone | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    ZIP | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    Country | country | United States | United States | United States | United States | United States
    State/Province | state | Texas | Massachusetts | Colorado | Texas | Oregon
    Customer Since | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    Web Site | - | Main Website | Main Website | Main Website | Main Website | Main Website
    Confirmed email | - | Confirmation Not Required | Confirmation Not Required | Confirmation Not Required | Confirmation Not Required | Confirmation Not Required
    Account Created in | - | Default Store View | Default Store View | Default Store View | Default Store View | Default Store View
    Billing Address | - | 1 Main St, Austin, TX 78701 | 22 High St, Boston, MA 02134 | 305 Oak Ave, Denver, CO 80202 | 14 Elm Rd, Dallas, TX 75201 | 9 Mill Ln, Salem, OR 97301
    Shipping Address | - | 1 Main St, Austin, TX 78701 | 22 High St, Boston, MA 02134 | 305 Oak Ave, Denver, CO 80202 | 14 Elm Rd, Dallas, TX 75201 | 9 Mill Ln, Salem, OR 97301
    Date of Birth | custom_date | 1970-07-14 | 1966-07-28 | 1985-01-03 | 1992-12-31 | 1978-05-21
    Tax VAT Number | - | DE643304461 | DE246465407 | DE797336926 | DE421807559 | DE251749209
    Gender | - | Female | Female | Female | Female | Female
    Street Address | street1 | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    City | city | Austin | Boston | Denver | Dallas | Salem
    Fax | - | 512-555-9000 | 512-555-9007 | 512-555-9014 | 512-555-9021 | 512-555-9028
    Company | - | Widgets Inc |  |  | Blue Sky GmbH |
    Billing Firstname | - | Jane | Luis | Mary | John | Anna
    Billing Lastname | - | Doe | Vega | Smith | Jones | Rossi
    Account Lock | - | Unlocked | Unlocked | Unlocked | Unlocked | Unlocked
    `,
  ),
  listTable(
    "a loyalty program with member states",
    `
    Customer ID | code | 6789012345678 | 6789012353597 | 6789012361516 | 6789012369435 | 6789012377354
    First name | first_name | Jane | Luis | Mary | John | Anna
    Last name | last_name | Doe | Vega | Smith | Jones | Rossi
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Points balance | - | 1284 | 1022 | 466 | 828 | 533
    Points earned | - | 1284 | 1022 | 466 | 828 | 533
    Points spent | - | 1284 | 1022 | 466 | 828 | 533
    VIP tier | - | Gold | Silver | Gold | Silver | Gold
    Referral URL | - | https://example.com/u/0 | https://example.com/u/1 | https://example.com/u/2 | https://example.com/u/3 | https://example.com/u/4
    Date of birth | custom_date | 1970-07-14 | 1966-07-28 | 1985-01-03 | 1992-12-31 | 1978-05-21
    Member state | - | member | candidate | disabled | member | candidate
    Created at | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    Last order at | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    `,
  ),
  listTable(
    "a salon's client list",
    `
    Client ID | code | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    First Name | first_name | Jane | Luis | Mary | John | Anna
    Surname | last_name | Doe | Vega | Smith | Jones | Rossi
    Mobile | phone | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    Land Line | - | 617-555-2000 | 617-555-2041 | 617-555-2082 | 617-555-2123 | 617-555-2164
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Address 1 | street1 | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    Address 2 | street2 | Apt 1 |  |  | Apt 4 |
    Town/City | city | Austin | Boston | Denver | Dallas | Salem
    County | state | Texas | Massachusetts | Colorado | Texas | Oregon
    Postcode | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    Date Of Birth | custom_date | 14/07/1970 | 28/07/1966 | 03/01/1985 | 31/12/1992 | 21/05/1978
    Gender | - | M | F | M | F | M
    Last Appointment | - | 02/01/2024 | 25/11/2023 | 06/05/2024 | 18/07/2025 | 01/12/2022
    First Appointment | - | 02/01/2024 | 25/11/2023 | 06/05/2024 | 18/07/2025 | 01/12/2022
    Preferred Staff | - | Jane | Luis | Mary | John | Anna
    TreatCard Number | - | 11223344 | 12334461 | 13445578 | 14556695 | 15667812
    TreatCard Points | - | 1284 | 1022 | 466 | 828 | 533
    SMS Marketing | - | no | yes | no | yes | no
    Allergies | - | likes tea |  |  |  | likes tea
    `,
  ),
  listTable(
    "a till's guest list",
    `
    First Name | first_name | Jane | Luis | Mary | John | Anna
    Last Name | last_name | Doe | Vega | Smith | Jones | Rossi
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Phone | phone | 5125551000 | 5125551037 | 5125551074 | 5125551111 | 5125551148
    First Visit | - | 1/2/2024 | 11/25/2023 | 5/6/2024 | 7/18/2025 | 12/1/2022
    Last Visit | - | 1/2/2024 | 11/25/2023 | 5/6/2024 | 7/18/2025 | 12/1/2022
    Lifetime Visits | - | 54 | 48 | 13 | 41 | 36
    Lifetime Spend | - | $146.50 | $830.47 | $726.63 | $296.75 | $586.39
    Average Spend | - | $146.50 | $830.47 | $726.63 | $296.75 | $586.39
    Opted In | - | no | yes | no | yes | no
    Loyalty Card Number | card_number | 6410819867053125 | 6033994191696804 | 6035524349964867 | 6759991396450876 | 6418041497671421
    Loyalty Points | - | 1284 | 1022 | 466 | 828 | 533
    Guest GUID | - | 74937727-9473-4104-a456-592774940112 | 29840727-3366-4472-a483-898118812072 | 65294372-8500-4058-a642-374030843959 | 26709343-1283-4619-a004-268059071367 | 77482108-8875-4138-a716-838948202846
    Birthday | custom_date | 7/14/1970 | 7/28/1966 | 1/3/1985 | 12/31/1992 | 5/21/1978
    `,
  ),
];
