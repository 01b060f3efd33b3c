import { listTable } from "./list-table.ts";

export const officeLists = [
  listTable(
    "Salesforce, its data loader",
    `
    ID | - | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    ISDELETED | - | false | true | true | false | true
    MASTERRECORDID | - |  |  |  |  |
    ACCOUNTID | - | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    LASTNAME | last_name | Doe | Vega | Smith | Jones | Rossi
    FIRSTNAME | first_name | Jane | Luis | Mary | John | Anna
    SALUTATION | - | Ms | Mr | Mrs | Ms | Mr
    NAME | - | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    OTHERSTREET | - | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    OTHERCITY | - | Austin | Boston | Denver | Dallas | Salem
    OTHERPOSTALCODE | - | 78701 | 02134 | 80202 | 75201 | 97301
    MAILINGSTREET | street1 | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    MAILINGCITY | city | Austin | Boston | Denver | Dallas | Salem
    MAILINGSTATE | state | TX | MA | CO | TX | OR
    MAILINGPOSTALCODE | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    MAILINGCOUNTRY | country | US | US | US | US | US
    PHONE | - | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    FAX | - | 512-555-9000 | 512-555-9007 | 512-555-9014 | 512-555-9021 | 512-555-9028
    MOBILEPHONE | phone | 617-555-2000 | 617-555-2041 | 617-555-2082 | 617-555-2123 | 617-555-2164
    HOMEPHONE | - | 305-555-3000 | 305-555-3043 | 305-555-3086 | 305-555-3129 | 305-555-3172
    OTHERPHONE | - | 720-555-4000 | 720-555-4047 | 720-555-4094 | 720-555-4141 | 720-555-4188
    ASSISTANTPHONE | - | 720-555-4000 | 720-555-4047 | 720-555-4094 | 720-555-4141 | 720-555-4188
    REPORTSTOID | - | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    EMAIL | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    TITLE | - | Clerk | Clerk | Clerk | Clerk | Clerk
    DEPARTMENT | - | Sales | Sales | Sales | Sales | Sales
    ASSISTANTNAME | - | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    BIRTHDATE | custom_date | 1970-07-14 | 1966-07-28 | 1985-01-03 | 1992-12-31 | 1978-05-21
    OWNERID | - | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    CREATEDDATE | - | 2024-01-02T10:30:00Z | 2023-11-25T10:30:00Z | 2024-05-06T10:30:00Z | 2025-07-18T10:30:00Z | 2022-12-01T10:30:00Z
    CREATEDBYID | - | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    LASTMODIFIEDDATE | - | 2024-01-02T10:30:00Z | 2023-11-25T10:30:00Z | 2024-05-06T10:30:00Z | 2025-07-18T10:30:00Z | 2022-12-01T10:30:00Z
    `,
  ),
  listTable(
    "Constant Contact",
    `
    Email address - home | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Email address - work | - | doe@work.example.net | vega@work.example.net | smith@work.example.net | jones@work.example.net | rossi@work.example.net
    First name | first_name | Jane | Luis | Mary | John | Anna
    Last name | last_name | Doe | Vega | Smith | Jones | Rossi
    Phone - home | - | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    Phone - mobile | phone | 617-555-2000 | 617-555-2041 | 617-555-2082 | 617-555-2123 | 617-555-2164
    Phone - work | - | 305-555-3000 | 305-555-3043 | 305-555-3086 | 305-555-3129 | 305-555-3172
    Street address line 1 - Home | street1 | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    City - Home | city | Austin | Boston | Denver | Dallas | Salem
    State/Province - Home | state | TX | MA | CO | TX | OR
    Zip/Postal Code - Home | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    Country - Home | country | US | US | US | US | US
    Company | - | Widgets Inc |  |  | Blue Sky GmbH |
    Job title | - |  |  |  |  |
    Birthday | - | 07/14 | 07/28 | 01/03 | 12/31 | 05/21
    Anniversary | - | 07/14 | 07/28 | 01/03 | 12/31 | 05/21
    Email status | - | Active | Active | Active | Active | Active
    Email permission status | - | Express | Express | Express | Express | Express
    Email update source | - | Import | Import | Import | Import | Import
    Confirmed Opt-In Date | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    Created At | - | 2024-01-02 10:31:00 | 2023-11-25 10:31:00 | 2024-05-06 10:35:00 | 2025-07-18 10:37:00 | 2022-12-01 10:32:00
    Email Lists | - | General | General | General | General | General
    `,
  ),
  listTable(
    "Xero",
    `
    *ContactName | first_name+last_name | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    AccountNumber | code | C-1001 | C-1002 | C-1003 | C-1004 | C-1005
    EmailAddress | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    FirstName | - |  |  |  |  |
    LastName | - |  |  |  |  |
    POAttentionTo | - | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    POAddressLine1 | - | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    POCity | - | Austin | Boston | Denver | Dallas | Salem
    PORegion | - | TX | MA | CO | TX | OR
    POPostalCode | - | 78701 | 02134 | 80202 | 75201 | 97301
    POCountry | - | US | US | US | US | US
    SAAddressLine1 | - |  |  |  |  |
    SACity | - |  |  |  |  |
    PhoneNumber | phone | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    FaxNumber | - | 512-555-9000 | 512-555-9007 | 512-555-9014 | 512-555-9021 | 512-555-9028
    MobileNumber | - |  |  |  |  |
    DDINumber | - |  |  |  |  |
    SkypeName | - |  |  |  |  |
    BankAccountName | - |  |  |  |  |
    BankAccountNumber | - | 100234 | 100247 | 100260 | 100273 | 100286
    TaxNumber | - | 21-5688212 | 84-9007023 | 80-6203168 | 66-5862190 | 00-7104475
    DueDateBillDay | - | 10 | 20 | 10 | 20 | 10
    `,
  ),
  listTable(
    "Outlook in Spanish",
    `
    Tratamiento | - | Ms | Mr | Mrs | Ms | Mr
    Nombre | first_name | Jane | Luis | Mary | John | Anna
    Segundo nombre | - | Q |  |  |  | Q
    Apellidos | last_name | Doe | Vega | Smith | Jones | Rossi
    Sufijo | - |  |  |  |  |
    Organización | - | Widgets Inc | Gadgets LLC | Acme Ltd | Blue Sky GmbH | North Bakery
    Departamento | - | Ventas | Ventas | Ventas | Ventas | Ventas
    Puesto | - | Jefe | Jefe | Jefe | Jefe | Jefe
    Calle del trabajo | - | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    Calle del trabajo 2 | - |  |  |  |  |
    Ciudad del trabajo | - | Austin | Boston | Denver | Dallas | Salem
    Estado o provincia del trabajo | - | TX | MA | CO | TX | OR
    Código postal del trabajo | - | 78701 | 02134 | 80202 | 75201 | 97301
    País o región del trabajo | - | US | US | US | US | US
    Calle del domicilio | street1 | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    Calle del domicilio 2 | street2 | Apt 1 |  |  | Apt 4 |
    Ciudad de residencia | city | Austin | Boston | Denver | Dallas | Salem
    Estado o provincia de residencia | state | TX | MA | CO | TX | OR
    Código postal del domicilio | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    País o región del domicilio | country | US | US | US | US | US
    Otra calle | - | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    Otra ciudad | - | Austin | Boston | Denver | Dallas | Salem
    Teléfono del ayudante | - | 720-555-4000 | 720-555-4047 | 720-555-4094 | 720-555-4141 | 720-555-4188
    Fax del trabajo | - | 512-555-9000 | 512-555-9007 | 512-555-9014 | 512-555-9021 | 512-555-9028
    Teléfono del trabajo | - | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    Teléfono particular | - | 617-555-2000 | 617-555-2041 | 617-555-2082 | 617-555-2123 | 617-555-2164
    Teléfono móvil | phone | 656 468 219 | 665 953 505 | 690 677 755 | 627 028 733 | 651 965 203
    Otro teléfono | - | 720-555-4000 | 720-555-4047 | 720-555-4094 | 720-555-4141 | 720-555-4188
    Aniversario | - | 02/01/2024 | 25/11/2023 | 06/05/2024 | 18/07/2025 | 01/12/2022
    Cumpleaños | custom_date | 14/07/1970 | 28/07/1966 | 03/01/1985 | 31/12/1992 | 21/05/1978
    Dirección de correo electrónico | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Tipo de correo electrónico | - | SMTP | SMTP | SMTP | SMTP | SMTP
    Nombre mostrado correo electrónico | - | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    Dirección de correo electrónico 2 | - | doe@example.org |  |  | jones@example.org |
    Sexo | - | Sin especificar | Sin especificar | Sin especificar | Sin especificar | Sin especificar
    Cónyuge | - | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    Notas | - | likes tea |  |  |  | likes tea
    Código del gobierno | - | 229-45-3635 | 278-39-1824 | 575-25-9922 | 878-27-0510 | 816-22-9720
    Identificador de organización | - | 100234 | 100247 | 100260 | 100273 | 100286
    `,
  ),
  listTable(
    "Easyfatt",
    `
    Cod. | code | 0001 | 0002 | 0003
    Denominazione | first_name+last_name | Mario Rossi | Anna Bianchi | Luca Verdi
    Indirizzo | street1 | Via Roma 12 | Corso Italia 4 | Via Po 9
    Cap | postal_code | 00184 | 20122 | 10123
    Città | city | Roma | Milano | Torino
    Prov. | state | RM | MI | TO
    Tel. | - | 06 5550101 | 02 5550102 |
    Cell | phone | 333 5550101 | 333 5550102 | 333 5550103
    e-mail | email | mario@example.com | anna@example.com | luca@example.com
    Codice fiscale | - | RSSMRA85L04H501Z | BNCNMR90T65F205X | VRDLCU70A01L219Y
    `,
  ),
];
