import { listTable } from "./list-table.ts";

/** Columns that look like a field and are none: each must stay unmapped. */
export const nearMisses = [
  listTable(
    "dates that are no birthday",
    `
    Anniversary | - | 1999-06-01 | 1998-06-02
    Wedding Anniversary | - | 1999-06-01 | 1998-06-02
    Created | - | 2020-01-02 | 2021-03-04
    Created At | - | 2020-01-02 | 2021-03-04
    Date Joined | - | 2020-01-02 | 2021-03-04
    Join Date | - | 2020-01-02 | 2021-03-04
    Member Since | - | 2020-01-02 | 2021-03-04
    Customer Since | - | 2020-01-02 | 2021-03-04
    Last Visit | - | 2024-01-02 | 2024-03-04
    Last Purchase Date | - | 2024-01-02 | 2024-03-04
    Date | - | 2024-01-02 | 2024-03-04
    Expiry Date | - | 2026-01-02 | 2026-03-04
    Spouse Birthday | - | 1970-07-14 | 1966-07-28
    Fecha de aniversario | - | 1999-06-01 | 1998-06-02
    Anniversaire de mariage | - | 1999-06-01 | 1998-06-02
    Hochzeitstag | - | 1999-06-01 | 1998-06-02
    `,
  ),
  listTable(
    "numbers that are no loyalty card",
    `
    Credit Card Number | - | 4111111111111111 | 5500005555555559
    Credit Card | - | 4111111111111111 | 5500005555555559
    Card Last 4 | - | 1111 | 5559
    Last 4 | - | 1111 | 5559
    Last Four Digits | - | 1111 | 5559
    Gift Card Number | - | 6006491234 | 6006495678
    Bank Account Number | - | 12345678 | 87654321
    Tax ID | - | 12-3456789 | 98-7654321
    VAT Number | - | DE123456789 | DE987654321
    Record ID | - | 1501 | 1502
    Row ID | - | 1 | 2
    SSN | - | 123-45-6789 | 987-65-4321
    Driver's License Number | - | D1234567 | D7654321
    Order Number | - | 1001 | 1002
    Número de tarjeta de crédito | - | 4111111111111111 | 5500005555555559
    Kreditkartennummer | - | 4111111111111111 | 5500005555555559
    Numéro de carte bancaire | - | 4111111111111111 | 5500005555555559
    `,
  ),
  listTable(
    "a card column whose values are payment cards",
    `
    Email | email | jane@example.com | luis@example.com | ana@example.com
    Card Number | - | 4111 1111 1111 1111 | 5500-0055-5555-5559 | 378282246310005
    `,
  ),
  listTable(
    "a card column that is masked",
    `
    Email | email | jane@example.com | luis@example.com
    Card Number | - | **** **** **** 1111 | XXXX-XXXX-XXXX-5559
    `,
  ),
  listTable(
    "a card column among payment details",
    `
    Email | email | jane@example.com | luis@example.com
    Card Number | - | 1111 | 5559
    Card Type | - | Visa | MC
    Expiry Date | - | 12/27 | 01/28
    Loyalty Balance | - | 120 | 30
    `,
  ),
  listTable(
    "membership cards that expire",
    `
    Card Number | card_number | 7000101 | 7000102
    First | first_name | Ann | Ben
    Last | last_name | Lake | Hill
    Expiry Date | - | 2027-05-01 | 2028-06-01
    `,
  ),
  listTable(
    "shipping and billing twins of the main address",
    `
    Shipping Address | - | 9 Side St | 8 Low St
    Shipping City | - | Dallas | Salem
    Shipping Zip | - | 75001 | 01970
    Ship To Country | - | US | US
    Delivery Address | - | 9 Side St | 8 Low St
    Billing Address | - | 5 Bill Rd | 6 Bill Rd
    Billing City | - | Waco | Lynn
    Billing Postcode | - | 76701 | 01901
    Billing Country | - | US | US
    Address | street1 | 1 Main St | 2 High St
    City | city | Austin | Boston
    Zip | postal_code | 78701 | 02134
    `,
  ),
  listTable(
    "a shipping address alone",
    `
    Email | email | jane@example.com | luis@example.com
    Shipping Name | - | Jane Doe | Luis Vega
    Shipping Street | - | 9 Side St | 8 Low St
    Shipping City | - | Dallas | Salem
    Shipping Phone | - | 512-555-0100 | 617-555-0101
    `,
  ),
  listTable(
    "phones and e-mail addresses of others",
    `
    Store Phone | - | 512-555-0100 | 617-555-0101
    Emergency Contact Phone | - | 512-555-0100 | 617-555-0101
    Fax | - | 512-555-0100 | 617-555-0101
    Phone Type | - | Mobile | Home
    Sales Rep Email | - | rep@example.com | rep@example.com
    Email Opt In | - | yes | no
    Email Status | - | subscribed | cleaned
    Referred By | - | ana@example.com | ben@example.com
    `,
  ),
  listTable(
    "amounts that are not to be added",
    `
    Points | - | 120 | 30
    Points Balance | - | 120 | 30
    Balance | - | 120 | 30
    Loyalty Points | - | 120 | 30
    Bonus | - | 120 | 30
    Total Spent | - | 120 | 30
    Store Credit | - | 120 | 30
    Saldo | - | 120 | 30
    `,
  ),
  listTable(
    "words with another meaning",
    `
    State | - | enabled | disabled
    PIN Code | - | 110001 | 110002
    Password | - | secret1 | secret2
    Company Name | - | Widgets Inc | Gadgets Ltd
    Middle Name | - | Q | R
    Nickname | - | JD | LV
    IP Address | - | 192.0.2.1 | 192.0.2.2
    Country of Origin | - | US | US
    City of Birth | - | Waco | Lynn
    ID | - | 1 | 2
    Code Name | - | Alpha | Beta
    Mobile App | - | yes | no
    `,
  ),
  listTable(
    "ticks under a field's own name",
    `
    Mobile | - | yes | no | yes
    Email | - | yes | no | yes
    Loyalty Card | - | yes | no | yes
    Customer ID | code | A1 | A2 | A3
    `,
  ),
  listTable(
    "ST that is no state",
    `
    Customer ID | code | A1 | A2
    City | city | Bath | York
    ST | - | A | I
    Zip | postal_code | 04530 | 03909
    `,
  ),
  listTable(
    "ST of a street",
    `
    Customer ID | code | A1 | A2
    City | city | Bath | York
    ADDR_ST | - | 12 Main St | 13 Main St
    `,
  ),
];
