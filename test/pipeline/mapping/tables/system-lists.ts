import { listTable } from "./list-table.ts";

export const systemLists = [
  listTable(
    "Shopify",
    `
    Customer ID | code | '6789012345678 | '6789012345679
    First Name | first_name | Jane | Luis
    Last Name | last_name | Doe | Vega
    Email | email | jane@example.com | luis@example.com
    Accepts Email Marketing | - | yes | no
    Default Address Company | - | Widgets Inc |
    Default Address Address1 | street1 | 1 Main St | 2 High St
    Default Address Address2 | street2 | Apt 4 |
    Default Address City | city | Austin | Boston
    Default Address Province Code | state | TX | MA
    Default Address Country Code | country | US | US
    Default Address Zip | postal_code | '78701 | '02134
    Default Address Phone | - | '+15125550100 | '+16175550101
    Phone | phone | '+15125550102 | '+16175550103
    Accepts SMS Marketing | - | no | no
    Total Spent | - | 120.50 | 0.00
    Total Orders | - | 3 | 0
    Note | - | |
    Tax Exempt | - | no | no
    Tags | - | VIP | new
    `,
  ),
  listTable(
    "Shopify, its older form",
    `
    First Name | first_name | Jane
    Last Name | last_name | Doe
    Email | email | jane@example.com
    Accepts Marketing | - | yes
    Company | - | Widgets Inc
    Address1 | street1 | 1 Main St
    Address2 | street2 | Apt 4
    City | city | Austin
    Province | state | Texas
    Province Code | - | TX
    Country | country | United States
    Country Code | - | US
    Zip | postal_code | '78701
    Phone | phone | '+15125550102
    Total Spent | - | 120.50
    Total Orders | - | 3
    `,
  ),
  listTable(
    "Square",
    `
    Reference ID | - | |
    First Name | first_name | Jane | Luis
    Last Name | last_name | Doe | Vega
    Email Address | email | jane@example.com | luis@example.com
    Phone Number | phone | +1 512-555-0100 | +1 617-555-0101
    Nickname | - | |
    Company Name | - | Widgets Inc |
    Street Address 1 | street1 | 1 Main St | 2 High St
    Street Address 2 | street2 | |
    City | city | Austin | Boston
    State | state | TX | MA
    Postal Code | postal_code | 78701 | 02134
    Birthday | custom_date | 1970-07-14 | 1966-07-28
    Memo | - | |
    Square Customer ID | code | QV3N8KX2M5 | ZP7T1RW4H9
    Creation Source | - | Directory | Loyalty
    First Visit | - | 2021-03-04 | 2022-05-06
    Last Visit | - | 2024-03-04 | 2024-05-06
    Transaction Count | - | 12 | 3
    Lifetime Spend | - | $120.00 | $33.10
    Email Subscription Status | - | subscribed | unsubscribed
    `,
  ),
  listTable(
    "Lightspeed X-Series",
    `
    id | - | 0a4c4486 | 0a4c4487
    customer_code | code | Jane-AB12 | Luis-CD34
    company_name | - | |
    first_name | first_name | Jane | Luis
    last_name | last_name | Doe | Vega
    email | email | jane@example.com | luis@example.com
    phone | - | 5125550100 | 6175550101
    mobile | phone | 5125550102 | 6175550103
    fax | - | |
    website | - | |
    physical_address1 | street1 | 1 Main St | 2 High St
    physical_address2 | street2 | |
    physical_suburb | - | |
    physical_city | city | Austin | Boston
    physical_postcode | postal_code | 78701 | 02134
    physical_state | state | TX | MA
    physical_country_id | country | US | US
    postal_address1 | - | PO Box 1 | PO Box 2
    postal_city | - | Austin | Boston
    postal_postcode | - | 78702 | 02135
    postal_state | - | TX | MA
    postal_country_id | - | US | US
    customer_group_name | - | All Customers | VIP
    date_of_birth | custom_date | 1970-07-14 | 1966-07-28
    gender | - | F | M
    enable_loyalty | - | 1 | 0
    loyalty_balance | - | 12.5 | 0
    custom_field_1 | custom_field_1 | likes tea | likes coffee
    `,
  ),
  listTable(
    "Lightspeed R-Series",
    `
    Customer ID | code | 1001 | 1002
    First Name | first_name | Jane | Luis
    Last Name | last_name | Doe | Vega
    Title | - | Ms | Mr
    Company | - | |
    Birthday | custom_date | 07/14/1970 | 07/28/1966
    Home Phone | - | 512-555-0100 | 617-555-0101
    Work Phone | - | 512-555-0104 | 617-555-0105
    Mobile Phone | phone | 512-555-0102 | 617-555-0103
    Fax | - | |
    Email 1 | email | jane@example.com | luis@example.com
    Email 2 | - | jane2@example.com |
    Address 1 | street1 | 1 Main St | 2 High St
    Address 2 | street2 | |
    City | city | Austin | Boston
    State | state | TX | MA
    Zip | postal_code | 78701 | 02134
    Country | country | USA | USA
    Created | - | 01/02/2020 | 03/04/2021
    `,
  ),
  listTable(
    "Clover",
    `
    Customer ID | code | 9XQ2ZK7M1B | 4HT8WR6P3C
    First Name | first_name | Jane | Luis
    Last Name | last_name | Doe | Vega
    Phone Number | phone | 5125550100 | 6175550101
    Email Address | email | jane@example.com | luis@example.com
    Address Line 1 | street1 | 1 Main St | 2 High St
    Address Line 2 | street2 | |
    Address Line 3 | - | |
    City | city | Austin | Boston
    State / Province | state | TX | MA
    Postal / Zip Code | postal_code | 78701 | 02134
    Country | country | US | US
    Marketing Allowed | - | true | false
    Customer Since | - | 14-Jul-2020 | 28-Jul-2021
    Card Last 4 | - | 4242 | 1881
    Card Brand | - | VISA | MC
    `,
  ),
  listTable(
    "WooCommerce, its user export",
    `
    ID | - | 1 | 2
    customer_id | code | 11 | 12
    user_login | customer_username | jane | luis
    user_pass | - | $P$B1234567890 | $P$B0987654321
    user_nicename | - | jane | luis
    user_email | email | jane@example.com | luis@example.com
    user_registered | - | 2020-01-02 10:00:00 | 2021-01-02 10:00:00
    display_name | - | Jane Doe | Luis Vega
    first_name | first_name | Jane | Luis
    last_name | last_name | Doe | Vega
    billing_first_name | - | Jane | Luis
    billing_company | - | |
    billing_email | - | jane@example.com | luis@example.com
    billing_phone | phone | 512-555-0100 | 617-555-0101
    billing_address_1 | street1 | 1 Main St | 2 High St
    billing_address_2 | street2 | |
    billing_postcode | postal_code | 78701 | 02134
    billing_city | city | Austin | Boston
    billing_state | state | TX | MA
    billing_country | country | US | US
    shipping_first_name | - | Jane | Luis
    shipping_address_1 | - | 9 Side St | 8 Low St
    shipping_city | - | Dallas | Salem
    shipping_postcode | - | 75001 | 01970
    `,
  ),
  listTable(
    "WooCommerce, its customer report",
    `
    Name | first_name+last_name | Jane Doe | Luis Vega
    Username | customer_username | jane | luis
    Last Active | - | 2024-01-02 | 2024-01-03
    Sign Up | - | 2020-01-02 | 2021-01-02
    Email | email | jane@example.com | luis@example.com
    Orders | - | 3 | 0
    Total Spend | - | 120.50 | 0
    AOV | - | 40.17 | 0
    Country / Region | country | US | US
    City | city | Austin | Boston
    Region | state | TX | MA
    Postal Code | postal_code | 78701 | 02134
    `,
  ),
  listTable(
    "Mailchimp (its birthdays have no year)",
    `
    Email Address | email | jane@example.com | luis@example.com
    First Name | first_name | Jane | Luis
    Last Name | last_name | Doe | Vega
    Phone Number | phone | 512-555-0100 | 617-555-0101
    Birthday | - | 07/14 | 07/28
    MEMBER_RATING | - | 2 | 3
    OPTIN_TIME | - | 2020-01-02 10:00:00 | 2021-01-02 10:00:00
    OPTIN_IP | - | 192.0.2.1 | 192.0.2.2
    REGION | - | TX | MA
    CC | - | US | US
    LEID | - | 123456 | 123457
    EUID | - | a1b2c3 | d4e5f6
    TAGS | - | VIP | new
    `,
  ),
  listTable(
    "HubSpot",
    `
    Record ID | - | 15101 | 15102
    First Name | first_name | Jane | Luis
    Last Name | last_name | Doe | Vega
    Email | email | jane@example.com | luis@example.com
    Phone Number | - | +1 512-555-0100 | +1 617-555-0101
    Mobile Phone Number | phone | +1 512-555-0102 | +1 617-555-0103
    Street Address | street1 | 1 Main St | 2 High St
    City | city | Austin | Boston
    State/Region | state | TX | MA
    Postal Code | postal_code | 78701 | 02134
    Country/Region | country | USA | USA
    Date of birth | custom_date | 1970-07-14 | 1966-07-28
    Contact owner | - | owner@example.com | owner@example.com
    Lead Status | - | NEW | OPEN
    Create Date | - | 2020-01-02 10:00 | 2021-01-02 10:00
    Last Activity Date | - | 2024-01-02 10:00 | 2024-01-02 10:00
    Associated Company | - | Widgets Inc |
    `,
  ),
  listTable(
    "Google contacts",
    `
    First Name | first_name | Jane | Luis
    Middle Name | - | Q |
    Last Name | last_name | Doe | Vega
    Phonetic First Name | - | |
    Name Prefix | - | Dr |
    Nickname | - | JD |
    File As | - | |
    Organization Name | - | Widgets Inc |
    Birthday | custom_date | 1970-07-14 | 1966-07-28
    Labels | - | * myContacts | * myContacts
    E-mail 1 - Label | - | * Home | Work
    E-mail 1 - Value | email | jane@example.com | luis@example.com
    E-mail 2 - Value | - | jane2@example.com |
    Phone 1 - Label | - | Mobile | Mobile
    Phone 1 - Value | phone | +1 512-555-0100 | +1 617-555-0101
    Phone 2 - Value | - | +1 512-555-0102 |
    Address 1 - Label | - | Home | Home
    Address 1 - Formatted | - | 1 Main St, Austin TX | 2 High St, Boston MA
    Address 1 - Street | street1 | 1 Main St | 2 High St
    Address 1 - City | city | Austin | Boston
    Address 1 - PO Box | - | |
    Address 1 - Region | state | TX | MA
    Address 1 - Postal Code | postal_code | 78701 | 02134
    Address 1 - Country | country | US | US
    Address 2 - City | - | Dallas | Salem
    Event 1 - Label | - | Anniversary | Anniversary
    Event 1 - Value | - | 2001-02-03 | 2002-03-04
    `,
  ),
  listTable(
    "Google contacts, their older form",
    `
    Name | - | Jane Doe | Luis Vega
    Given Name | first_name | Jane | Luis
    Additional Name | - | |
    Family Name | last_name | Doe | Vega
    Birthday | custom_date | 1970-07-14 | 1966-07-28
    Billing Information | - | |
    Group Membership | - | * myContacts | * myContacts
    E-mail 1 - Type | - | * Home | Work
    E-mail 1 - Value | email | jane@example.com | luis@example.com
    Phone 1 - Type | - | Mobile | Mobile
    Phone 1 - Value | phone | +1 512-555-0100 | +1 617-555-0101
    `,
  ),
  listTable(
    "Outlook",
    `
    Title | - | Ms | Mr
    First Name | first_name | Jane | Luis
    Middle Name | - | Q |
    Last Name | last_name | Doe | Vega
    Company | - | Widgets Inc |
    Business Street | - | 5 Office Rd | 6 Office Rd
    Business City | - | Dallas | Salem
    Business Postal Code | - | 75001 | 01970
    Home Street | street1 | 1 Main St | 2 High St
    Home Street 2 | street2 | |
    Home City | city | Austin | Boston
    Home State | state | TX | MA
    Home Postal Code | postal_code | 78701 | 02134
    Home Country/Region | country | USA | USA
    Other City | - | Waco |
    Assistant's Phone | - | 512-555-0199 |
    Business Phone | - | 512-555-0104 | 617-555-0105
    Company Main Phone | - | 512-555-0110 | 617-555-0111
    Home Phone | - | 512-555-0100 | 617-555-0101
    Mobile Phone | phone | 512-555-0102 | 617-555-0103
    Pager | - | |
    Primary Phone | - | 512-555-0100 | 617-555-0101
    Account | - | |
    Anniversary | - | 6/1/1999 | 6/2/1998
    Birthday | custom_date | 7/14/1970 | 7/28/1966
    E-mail Address | email | jane@example.com | luis@example.com
    E-mail Display Name | - | Jane Doe | Luis Vega
    E-mail 2 Address | - | jane2@example.com |
    Government ID Number | - | 123-45-6789 |
    `,
  ),
  listTable(
    "QuickBooks Desktop",
    `
    Customer | - | Doe, Jane | Vega, Luis
    Balance | - | 0.00 | 12.00
    Company | - | |
    First Name | first_name | Jane | Luis
    M.I. | - | Q |
    Last Name | last_name | Doe | Vega
    Main Phone | phone | 512-555-0100 | 617-555-0101
    Fax | - | |
    Main Email | email | jane@example.com | luis@example.com
    Bill to 1 | - | Jane Doe | Luis Vega
    Bill to 2 | - | 1 Main St | 2 High St
    Ship to 1 | - | Jane Doe | Luis Vega
    Customer Type | - | Retail | Retail
    Sales Tax Code | - | Tax | Tax
    Resale Num | - | 12-345 |
    Account No. | code | A-100 | A-101
    `,
  ),
  listTable(
    "QuickBooks Online",
    `
    Name | first_name+last_name | Jane Doe | Luis Vega
    Company name | - | Widgets Inc |
    Email | email | jane@example.com | luis@example.com
    Phone | phone | 512-555-0100 | 617-555-0101
    Mobile | - | |
    Street | street1 | 1 Main St | 2 High St
    City | city | Austin | Boston
    State | state | TX | MA
    ZIP | postal_code | 78701 | 02134
    Country | country | USA | USA
    Opening Balance | - | 100 | 0
    Date | - | 1/2/2020 | 3/4/2021
    Resale Number | - | 12-345 |
    `,
  ),
  listTable(
    "a till of an old host",
    `
    CUST_NO | code | 7000001 | 7000002
    CUST_FNAME | first_name | ANN | BEN
    CUST_LNAME | last_name | LAKE | HILL
    CUST_EML | email | ann@example.com | ben@example.com
    ADDR_LN1 | street1 | 12 MAIN ST | 13 MAIN ST
    ADDR_LN2 | street2 | | APT 4
    ADDR_CTY | city | NEW YORK | ALBANY
    STATE_CD | state | NY | NY
    ADDR_ZIP | postal_code | 10001 | 12207
    CNTRY_CD | country | US | US
    DT_BIRTH | custom_date | 19850705 | 19791225
    DT_LAST_VISIT | - | 20240105 | 20240106
    `,
  ),
  listTable(
    "a list of households",
    `
    Household ID | - | 1001 | 1002
    Primary Name | first_name+last_name | Lake, Ann | Hill, Ben
    Spouse Name | - | Lake, Tom |
    Address | street1 | 12 Main St | 13 Main St
    City | city | Bath | York
    ST | state | ME | ME
    Zip | postal_code | 04530 | 03909
    Home Phone | - | 207-555-0142 |
    Cell | phone | 207-555-0143 | 207-555-0144
    Email | email | ann@example.com | ben@example.com
    `,
  ),
];
