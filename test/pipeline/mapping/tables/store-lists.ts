import { listTable } from "./list-table.ts";

export const storeLists = [
  listTable(
    "streets that many customers share, their numbers apart",
    `
    Código | code | 100 | 101 | 102 | 103 | 104
    Nombre | first_name | Jane | Luis | Mary | John | Anna
    Apellidos | last_name | Doe | Vega | Smith | Jones | Rossi
    Calle | street1 | Gran Vía | Gran Vía | Alcalá | Gran Vía | Alcalá
    Núm. | street1 | 12 | 14 | 3 | 15 | 7
    Ciudad | city | Madrid | Madrid | Madrid | Madrid | Madrid
    `,
  ),
  listTable(
    "streets in small letters, without numbers",
    `
    Code | code | 100 | 101 | 102 | 103 | 104
    Vorname | first_name | Jane | Luis | Mary | John | Anna
    Straße | street1 | hauptstrasse | bahnhofstrasse | hauptstrasse | hauptstrasse | bahnhofstrasse
    PLZ | postal_code | 3000 | 3000 | 3000 | 3000 | 3000
    Ort | city | Bern | Bern | Bern | Bern | Bern
    `,
  ),
  listTable(
    "a second line of the address that is empty",
    `
    Code | code | 100 | 101 | 102 | 103 | 104
    Address line 1 | street1 | Low Road | Low Road | High Street | Low Road | High Street
    Address line 2 | street2 |  |  |  |  |
    City | city | Bath | Bath | Bath | Bath | Bath
    `,
  ),
  listTable(
    "Spanish, short forms of a till",
    `
    Nº Cliente | code | 100234 | 100247 | 100260 | 100273 | 100286
    Nº Tarjeta Fidelización | card_number | 11223344 | 12334461 | 13445578 | 14556695 | 15667812
    Nombre | first_name | Jane | Luis | Mary | John | Anna
    1er Apellido | last_name | Doe | Vega | Smith | Jones | Rossi
    2º Apellido | last_name | Doe | Vega | Smith | Jones | Rossi
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Tfno. fijo | - | 91 227 34 66 | 91 575 50 97 | 91 244 63 07 | 91 284 35 20 | 91 684 88 65
    Tfno. móvil | phone | 656 468 219 | 665 953 505 | 690 677 755 | 627 028 733 | 651 965 203
    F. Nac. | custom_date | 14/07/1970 | 28/07/1966 | 03/01/1985 | 31/12/1992 | 21/05/1978
    F. Alta | - | 02/01/2024 | 25/11/2023 | 06/05/2024 | 18/07/2025 | 01/12/2022
    Últ. compra | - | 02/01/2024 | 25/11/2023 | 06/05/2024 | 18/07/2025 | 01/12/2022
    Domicilio | street1 | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    Población | city | Austin | Boston | Denver | Dallas | Salem
    Prov. | state | Texas | Massachusetts | Colorado | Texas | Oregon
    CP | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    DNI | - | DE643304461 | DE246465407 | DE797336926 | DE421807559 | DE251749209
    Saldo puntos | - | 1284 | 1022 | 466 | 828 | 533
    Acepta publicidad | - | Sí | No | Sí | No | Sí
    Observaciones | - | likes tea |  |  |  | likes tea
    `,
  ),
  listTable(
    "Spanish of Mexico",
    `
    No. de cliente | code | 100234 | 100247 | 100260 | 100273 | 100286
    No. de tarjeta | card_number | 11223344 | 12334461 | 13445578 | 14556695 | 15667812
    Nombre(s) | first_name | Jane | Luis | Mary | John | Anna
    Apellido Paterno | last_name | Doe | Vega | Smith | Jones | Rossi
    Apellido Materno | last_name | Doe | Vega | Smith | Jones | Rossi
    Correo electrónico | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Teléfono celular | phone | 5125551000 | 5125551037 | 5125551074 | 5125551111 | 5125551148
    Teléfono de casa | - | 6175552000 | 6175552037 | 6175552074 | 6175552111 | 6175552148
    Fecha de nacimiento (dd/mm/aaaa) | custom_date | 14/07/1970 | 28/07/1966 | 03/01/1985 | 31/12/1992 | 21/05/1978
    Calle | street1 | Main St | High St | Oak Ave | Elm Rd | Mill Ln
    Número exterior | street1 | 1 | 4 | 7 | 10 | 13
    Número interior | street2 | 1 | 4 | 7 | 10 | 13
    Colonia | - | Hyde Park | Back Bay | Highlands | Hyde Park | Back Bay
    Delegación/Municipio | - | Austin | Boston | Denver | Dallas | Salem
    Estado | state | Texas | Massachusetts | Colorado | Texas | Oregon
    C.P. | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    RFC | - | DE643304461 | DE246465407 | DE797336926 | DE421807559 | DE251749209
    CURP | - | DU6VBC5R2X2E2 | 87DBQ9WXCPC2P | J7VUWD5YNBV3L | CCZDSCHCFETQ4 | FCUVD56MT7BKJ
    Estatus | - | active | inactive | active | inactive | active
    `,
  ),
  listTable(
    "Portuguese of Brazil with a nickname",
    `
    Nome completo | first_name+last_name | Jane Doe | Luis Vega | Mary Smith | John Jones | Anna Rossi
    Apelido | - | Jan | Lui | Mar | Joh | Ann
    CPF | - | DE643304461 | DE246465407 | DE797336926 | DE421807559 | DE251749209
    Celular | phone | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    `,
  ),
  listTable(
    "Portuguese of Portugal",
    `
    N.º cliente | code | 100234 | 100247 | 100260 | 100273 | 100286
    Nome próprio | first_name | Jane | Luis | Mary | John | Anna
    Apelido | last_name | Doe | Vega | Smith | Jones | Rossi
    Telemóvel | phone | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    Telefone | - | 617-555-2000 | 617-555-2041 | 617-555-2082 | 617-555-2123 | 617-555-2164
    Correio eletrónico | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Morada | street1 | 1 Main St | 22 High St | 305 Oak Ave | 14 Elm Rd | 9 Mill Ln
    Localidade | city | Austin | Boston | Denver | Dallas | Salem
    Código postal | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    Distrito | state | Texas | Massachusetts | Colorado | Texas | Oregon
    NIF | - | DE643304461 | DE246465407 | DE797336926 | DE421807559 | DE251749209
    Data nasc. | custom_date | 14/07/1970 | 28/07/1966 | 03/01/1985 | 31/12/1992 | 21/05/1978
    Data de adesão | - | 02/01/2024 | 25/11/2023 | 06/05/2024 | 18/07/2025 | 01/12/2022
    Cartão cliente nº | card_number | 11223344 | 12334461 | 13445578 | 14556695 | 15667812
    `,
  ),
  listTable(
    "German with every number short",
    `
    Kd.-Nr. | code | 100234 | 100247 | 100260 | 100273 | 100286
    Karten-Nr. | card_number | 11223344 | 12334461 | 13445578 | 14556695 | 15667812
    Anrede | - | Frau | Herr | Frau | Herr | Frau
    Titel | - | Dr. |  | Dr. |  | Dr.
    Vorname | first_name | Jane | Luis | Mary | John | Anna
    Name | last_name | Doe | Vega | Smith | Jones | Rossi
    Firma | - | Widgets Inc |  |  | Blue Sky GmbH |
    Strasse | street1 | Main St | High St | Oak Ave | Elm Rd | Mill Ln
    Hausnr. | street1 | 1 | 4 | 7 | 10 | 13
    PLZ | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    Ort | city | Austin | Boston | Denver | Dallas | Salem
    Ortsteil | - | Hyde Park | Back Bay | Highlands | Hyde Park | Back Bay
    Land | country | DE | DE | DE | DE | DE
    Tel. privat | - | 030 528614 | 030 369939 | 030 757955 | 030 055718 | 030 343231
    Tel. mobil | phone | 0171 9936303 | 0171 8939345 | 0171 5420438 | 0171 0251585 | 0171 2589457
    Tel. gesch. | - | 030 528614 | 030 369939 | 030 757955 | 030 055718 | 030 343231
    E-Mail | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Geb.-Datum | custom_date | 14.07.1970 | 28.07.1966 | 03.01.1985 | 31.12.1992 | 21.05.1978
    Kunde seit | - | 02.01.2024 | 25.11.2023 | 06.05.2024 | 18.07.2025 | 01.12.2022
    Letzter Einkauf | - | 02.01.2024 | 25.11.2023 | 06.05.2024 | 18.07.2025 | 01.12.2022
    Umsatz | - | 209.70 | 655.90 | 127.07 | 734.56 | 236.20
    Bonuspunkte | - | 1284 | 1022 | 466 | 828 | 533
    Newsletter | - | ja | nein | ja | nein | ja
    Bemerkung | - | likes tea |  |  |  | likes tea
    `,
  ),
  listTable(
    "Dutch with every number short",
    `
    Klantnr. | code | 100234 | 100247 | 100260 | 100273 | 100286
    Pasnr. | card_number | 11223344 | 12334461 | 13445578 | 14556695 | 15667812
    Voorletters | - | Q |  |  |  | Q
    Voornaam | first_name | Jane | Luis | Mary | John | Anna
    Tussenvoegsel | last_name | van | de |  | van | de
    Achternaam | last_name | Doe | Vega | Smith | Jones | Rossi
    Straat | street1 | Main St | High St | Oak Ave | Elm Rd | Mill Ln
    Huisnr. | street1 | 1 | 4 | 7 | 10 | 13
    Toevoeging | - | A |  | B | A |
    Postcode | postal_code | 78701 | 02134 | 80202 | 75201 | 97301
    Plaats | city | Austin | Boston | Denver | Dallas | Salem
    Land | country | NL | NL | NL | NL | NL
    Tel. | - | 512-555-1000 | 512-555-1037 | 512-555-1074 | 512-555-1111 | 512-555-1148
    Mobiel | phone | 617-555-2000 | 617-555-2041 | 617-555-2082 | 617-555-2123 | 617-555-2164
    Email | email | jane.doe@example.com | luis.vega@example.com | mary.smith@example.com | john.jones@example.com | anna.rossi@example.com
    Geb. datum | custom_date | 14-07-1970 | 28-07-1966 | 03-01-1985 | 31-12-1992 | 21-05-1978
    Klant sinds | - | 02-01-2024 | 25-11-2023 | 06-05-2024 | 18-07-2025 | 01-12-2022
    Laatste bezoek | - | 02-01-2024 | 25-11-2023 | 06-05-2024 | 18-07-2025 | 01-12-2022
    Laatste aankoop | - | 02-01-2024 | 25-11-2023 | 06-05-2024 | 18-07-2025 | 01-12-2022
    Punten | - | 1284 | 1022 | 466 | 828 | 533
    Nieuwsbrief | - | ja | nee | ja | nee | ja
    Trouwdatum | - | 14-07-1970 | 28-07-1966 | 03-01-1985 | 31-12-1992 | 21-05-1978
    BTW nr. | - | DE643304461 | DE246465407 | DE797336926 | DE421807559 | DE251749209
    `,
  ),
];
