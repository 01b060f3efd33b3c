import { listTable } from "./list-table.ts";

/** Headers whose values say something else. */
export const doubtful = [
  listTable(
    "a code that is a country",
    `
    Name | first_name+last_name | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    Code | - | US | CA | MX | US | CA
    `,
  ),
  listTable(
    "a code beside the city",
    `
    First name | first_name | Jane | Luis | Mary | John | Anna
    Street | street1 | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    City | city | Austin | Boston | Denver | Dallas | Salem
    Code | - | 78701 | 02134 | 80202 | 75201 | 97301
    `,
  ),
  listTable(
    "a state of an order",
    `
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    State | - | paid | pending | shipped | paid | pending
    City | city | Austin | Boston | Denver | Dallas | Salem
    `,
  ),
  listTable(
    "a state of a lead",
    `
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    State | - | Prospect | Lead | Customer | Prospect | Lead
    Country | country | United States | United States | United States | United States | United States
    `,
  ),
  listTable(
    "a person's status",
    `
    Nombre | first_name | Jane | Luis | Mary | John | Anna
    Apellidos | last_name | Doe | Vega | Smith | Jones | Rossi
    Estado civil | - | Soltero | Casado | Soltero | Casado | Soltero
    Estado | - | Soltero | Casado | Soltero | Casado | Soltero
    Ciudad | city | Austin | Boston | Denver | Dallas | Salem
    Teléfono de emergencia | - | 656 468 219 | 665 953 505 | 690 677 755 | 627 028 733 | 651 965 203
    Nombre del cónyuge | - | Jane | Luis | Mary | John | Anna
    Cumpleaños del cónyuge | - | 14/07/1970 | 28/07/1966 | 03/01/1985 | 31/12/1992 | 21/05/1978
    `,
  ),
  listTable(
    "the way a customer came",
    `
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Via | - | web | shop | phone | web | shop
    City | city | Austin | Boston | Denver | Dallas | Salem
    `,
  ),
  listTable(
    "a number that is no postal code",
    `
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Cap | - | 5 | 6 | 7 | 5 | 6
    Carta | - | no | yes | no | yes | no
    Pas | - | no | yes | no | yes | no
    `,
  ),
  listTable(
    "the store's own address and region",
    `
    Name | first_name+last_name | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    Store | - | Downtown | Uptown | Downtown | Uptown | Downtown
    Store address | - | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    Store city | - | Austin | Boston | Denver | Dallas | Salem
    Store zip | - | 78701 | 02134 | 80202 | 75201 | 97301
    Store phone | - | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    Home store | - | Downtown | Uptown | Downtown | Uptown | Downtown
    Preferred location | - | Austin | Boston | Denver | Dallas | Salem
    Branch | - | Austin | Boston | Denver | Dallas | Salem
    Region | - | North | South | North | South | North
    Territory | - | A1 | A2 | A1 | A2 | A1
    Area | - | North | South | North | South | North
    District | - | D1 | D2 | D1 | D2 | D1
    Zone | - | 1 | 2 | 1 | 2 | 1
    `,
  ),
  listTable(
    "a work address and the company's phone",
    `
    Name | first_name+last_name | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    Work address | - | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    Work city | - | Austin | Boston | Denver | Dallas | Salem
    Work zip | - | 78701 | 02134 | 80202 | 75201 | 97301
    Work email | - | doe@work.example.net | vega@work.example.net | smith@work.example.net | jones@work.example.net | rossi@work.example.net
    Company address | - | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    Company city | - | Austin | Boston | Denver | Dallas | Salem
    Company email | - | doe@work.example.net | vega@work.example.net | smith@work.example.net | jones@work.example.net | rossi@work.example.net
    Company phone | - | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    Company website | - | https://example.com/u/0 | https://example.com/u/1 | https://example.com/u/2 | https://example.com/u/3 | https://example.com/u/4
    `,
  ),
  listTable(
    "companies under the header of a name",
    `
    Name | - | Widgets Inc | Gadgets LLC | Acme Ltd | Blue Sky GmbH | North Bakery
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    `,
  ),
  listTable(
    "companies beside their contact person",
    `
    Name | - | Widgets Inc | Gadgets LLC | Acme Ltd | Blue Sky GmbH | North Bakery
    Ansprechpartner | - | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    Telefon | phone | 030 528614 | 030 369939 | 030 757955 | 030 055718 | 030 343231
    E-Mail | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    `,
  ),
  listTable(
    "dates under a phone's header",
    `
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Tel | - | 02.01.2024 | 25.11.2023 | 06.05.2024 | 18.07.2025 | 01.12.2022
    Phone | - | 1/2/2024 | 11/25/2023 | 5/6/2024 | 7/18/2025 | 12/1/2022
    `,
  ),
  listTable(
    "headers that stand over other columns",
    `
    Email | - | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    Phone | phone | 617-555-2000 | 617-555-2041 | 617-555-2082 | 617-555-2123 | 617-555-2164
    Zip | - | Austin | Boston | Denver | Dallas | Salem
    City | - | 78701 | 02134 | 80202 | 75201 | 97301
    State | - | 78701 | 02134 | 80202 | 75201 | 97301
    Country | - | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    First name | - | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Last name | last_name | Doe | Vega | Smith | Jones | Rossi
    Birthday | - | Jane | Luis | Mary | John | Anna
    Card number | - | Jane | Luis | Mary | John | Anna
    `,
  ),
  listTable(
    "codes of many kinds",
    `
    Tax card number | - | 100234 | 100247 | 100260 | 100273 | 100286
    National ID card | - | 229-45-3635 | 278-39-1824 | 575-25-9922 | 878-27-0510 | 816-22-9720
    Tax code | - | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    VAT code | - | DE643304461 | DE246465407 | DE797336926 | DE421807559 | DE251749209
    Discount code | - | A | B | A | B | A
    Referral code | - | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    Promo code | - | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    Area code | - | 512 | 617 | 512 | 617 | 512
    Dialling code | - | +1 | +44 | +1 | +44 | +1
    Country dialling code | - | +1 | +44 | +1 | +44 | +1
    Sort code | - | 20-00-00 | 20-11-11 | 20-00-00 | 20-11-11 | 20-00-00
    Zip code | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    Store code | - | S1 | S2 | S1 | S2 | S1
    Product code | - | C-1001 | C-1002 | C-1003 | C-1004 | C-1005
    QR code | - | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    Status code | - | A | I | A | I | A
    Group code | - | A | I | A | I | A
    Price code | - | A | I | A | I | A
    Language code | - | en | en | en | en | en
    Job code | - | A | I | A | I | A
    Access code | - | 1777 | 6681 | 3160 | 3921 | 9782
    Customer code | code | C-1001 | C-1002 | C-1003 | C-1004 | C-1005
    `,
  ),
];
