import { listTable } from "./list-table.ts";

export const languageLists = [
  listTable(
    "English, as staff write it",
    `
    Card # | card_number | 11223344 | 22334455
    Cust. No. | code | C-1 | C-2
    FIRSTNAME | first_name | Jane | Luis
    Surname | last_name | Doe | Vega
    e-mail | email | jane@example.com | luis@example.com
    Cell | phone | 512-555-0100 | 617-555-0101
    D.O.B. (MM/DD/YYYY) | custom_date | 07/14/1970 | 07/28/1966
    Addr1 | street1 | 1 Main St | 2 High St
    Apt/Suite | street2 | 4 |
    Town/City | city | Austin | Boston
    County | state | Travis | Suffolk
    Postcode | postal_code | 78701 | 02134
    Points to add | auto_add | 25 | 50
    `,
  ),
  listTable(
    "Spanish",
    `
    Código de cliente | code | C-1 | C-2
    Nº tarjeta | card_number | 11223344 | 22334455
    Nombre | first_name | Ana | Luis
    Apellidos | last_name | García López | Vega Ruiz
    Correo electrónico | email | ana@example.com | luis@example.com
    Móvil | phone | 600 123 456 | 611 123 456
    Teléfono | - | 91 123 45 67 | 93 123 45 67
    Fecha de nacimiento | custom_date | 14/07/1970 | 28/07/1966
    Dirección | street1 | Calle Mayor 1 | Calle Menor 2
    Piso | street2 | 2º B |
    Población | city | Madrid | Barcelona
    Provincia | state | Madrid | Barcelona
    C.P. | postal_code | 28001 | 08001
    País | country | España | España
    Fecha de alta | - | 01/02/2020 | 03/04/2021
    Última visita | - | 01/02/2024 | 03/04/2024
    Aniversario | - | 01/06/1999 | 02/06/1998
    Puntos | - | 120 | 30
    NIF | - | 12345678Z | 87654321X
    `,
  ),
  listTable(
    "Spanish of the Americas",
    `
    Nombres | first_name | Ana María | Luis
    Apellido paterno | last_name | García | Vega
    Apellido materno | last_name | López | Ruiz
    Correo | email | ana@example.com | luis@example.com
    Celular | phone | 55 1234 5678 | 55 8765 4321
    Cumpleaños | custom_date | 14/07/1970 | 28/07/1966
    Calle y número | street1 | Av. Juárez 1 | Av. Hidalgo 2
    Ciudad | city | Puebla | Toluca
    Estado | state | Puebla | México
    Código postal | postal_code | 72000 | 50000
    RFC | - | GALA700714AB1 | VERL660728CD2
    `,
  ),
  listTable(
    "French",
    `
    N° client | code | C-1 | C-2
    N° carte de fidélité | card_number | 11223344 | 22334455
    Nom | last_name | Dupont | Martin
    Prénom | first_name | Anne | Luc
    Adresse e-mail | email | anne@example.com | luc@example.com
    Téléphone portable | phone | 06 12 34 56 78 | 07 12 34 56 78
    Téléphone fixe | - | 01 12 34 56 78 | 04 12 34 56 78
    Date de naissance | custom_date | 14/07/1970 | 28/07/1966
    Adresse | street1 | 1 rue Haute | 2 rue Basse
    Complément d'adresse | street2 | Bât. B |
    Code postal | postal_code | 75001 | 69001
    Ville | city | Paris | Lyon
    Région | state | Île-de-France | Rhône-Alpes
    Pays | country | France | France
    Date de création | - | 01/02/2020 | 03/04/2021
    Dernière visite | - | 01/02/2024 | 03/04/2024
    Solde de points | - | 120 | 30
    SIRET | - | 12345678900011 | 12345678900012
    `,
  ),
  listTable(
    "German",
    `
    Kunden-Nr. | code | 10001 | 10002
    Kundenkartennummer | card_number | 11223344 | 22334455
    Anrede | - | Frau | Herr
    Vorname | first_name | Anna | Lutz
    Nachname | last_name | Müller | Weiß
    E-Mail | email | anna@example.com | lutz@example.com
    Handy | phone | 0171 1234567 | 0172 1234567
    Telefon | - | 030 123456 | 089 123456
    Geburtsdatum | custom_date | 14.07.1970 | 28.07.1966
    Straße | street1 | Hauptstr. | Nebenstr.
    Hausnummer | street1 | 1a | 2
    PLZ | postal_code | 10115 | 80331
    Ort | city | Berlin | München
    Bundesland | state | Berlin | Bayern
    Land | country | Deutschland | Deutschland
    Anlagedatum | - | 01.02.2020 | 03.04.2021
    Letzter Besuch | - | 01.02.2024 | 03.04.2024
    Punktestand | - | 120 | 30
    USt-IdNr. | - | DE123456789 | DE987654321
    `,
  ),
  listTable(
    "German, the name beside the first name",
    `
    Name | last_name | Müller | Weiß
    Vorname | first_name | Anna | Lutz
    Geb.-Datum | custom_date | 14.07.1970 | 28.07.1966
    Straße und Hausnummer | street1 | Hauptstr. 1a | Nebenstr. 2
    `,
  ),
  listTable(
    "Portuguese",
    `
    Código do cliente | code | C-1 | C-2
    Nº do cartão | card_number | 11223344 | 22334455
    Nome | first_name | Ana | Luís
    Sobrenome | last_name | Silva | Souza
    E-mail | email | ana@example.com | luis@example.com
    Celular | phone | (11) 91234-5678 | (21) 91234-5678
    Data de nascimento | custom_date | 14/07/1970 | 28/07/1966
    Endereço | street1 | Rua Alta 1 | Rua Baixa 2
    Complemento | street2 | Apto 3 |
    Cidade | city | São Paulo | Rio de Janeiro
    Estado | state | SP | RJ
    CEP | postal_code | 01000-000 | 20000-000
    País | country | Brasil | Brasil
    CPF | - | 123.456.789-09 | 987.654.321-00
    Data de cadastro | - | 01/02/2020 | 03/04/2021
    `,
  ),
  listTable(
    "Italian",
    `
    Codice cliente | code | C-1 | C-2
    N. tessera | card_number | 11223344 | 22334455
    Nome | first_name | Anna | Luca
    Cognome | last_name | Rossi | Bianchi
    Indirizzo email | email | anna@example.com | luca@example.com
    Cellulare | phone | 333 1234567 | 334 1234567
    Data di nascita | custom_date | 14/07/1970 | 28/07/1966
    Indirizzo | street1 | Via Alta 1 | Via Bassa 2
    CAP | postal_code | 00100 | 20100
    Città | city | Roma | Milano
    Provincia | state | RM | MI
    Nazione | country | Italia | Italia
    Codice fiscale | - | RSSNNA70L54H501X | BNCLCU66L28F205Y
    Partita IVA | - | 12345678901 | 12345678902
    Data registrazione | - | 01/02/2020 | 03/04/2021
    Anniversario | - | 01/06/1999 | 02/06/1998
    `,
  ),
  listTable(
    "Dutch",
    `
    Klantnummer | code | 10001 | 10002
    Klantenkaartnummer | card_number | 11223344 | 22334455
    Voornaam | first_name | Anna | Luuk
    Tussenvoegsel | last_name | van der | de
    Achternaam | last_name | Berg | Vries
    E-mailadres | email | anna@example.com | luuk@example.com
    Mobiel | phone | 06-12345678 | 06-87654321
    Geboortedatum | custom_date | 14-07-1970 | 28-07-1966
    Straat | street1 | Hoofdstraat | Zijstraat
    Huisnummer | street1 | 1 | 2a
    Postcode | postal_code | 1011 AB | 3011 CD
    Woonplaats | city | Amsterdam | Rotterdam
    Provincie | state | Noord-Holland | Zuid-Holland
    Land | country | Nederland | Nederland
    Aangemaakt op | - | 01-02-2020 | 03-04-2021
    BTW-nummer | - | NL123456789B01 | NL987654321B01
    `,
  ),
  listTable(
    "Dutch, short forms",
    `
    Clubkaart | card_number | 11223344 | 22334455
    Mobiel | phone | 06 12345678 | 06 87654321
    Punten toe te voegen | auto_add | 25 | 50
    Laatste bezoek | - | 01-02-2024 | 03-04-2024
    `,
  ),
  listTable(
    "German, short forms",
    `
    Karte Nr. | card_number | 11223344 | 22334455
    Letzter Besuch | - | 01.02.2024 | 03.04.2024
    `,
  ),
  listTable(
    "Spanish and Italian, short forms",
    `
    Nº de teléfono | phone | 91 123 45 67 | 93 123 45 67
    Fec. Nac. | custom_date | 14/07/1970 | 28/07/1966
    Tel. cellulare | - | |
    `,
  ),
];
