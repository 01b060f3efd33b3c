import { listTable } from "../tables/list-table.ts";

/** Columns as public documentation of systems of these countries lists them. */
export const documentedExports = [
  listTable(
    "BRP Back Office (Swedish)",
    `
    id | - | | |
    kundnummer | code | 1001 | 1002 | 1003
    förnamn | first_name | Anna | Erik | Karin
    efternamn | last_name | Svensson | Lind | Åberg
    organisation | - | | Lind AB |
    kortnummer | card_number | 90010001 | 90010002 | 90010003
    födelsedag | custom_date | 1980-05-12 | 1975-11-30 | 1990-01-02
    personnummer | - | 800512-1234 | 751130-5678 | 900102-9012
    kön | - | Kvinna | Man | Kvinna
    e-post | email | anna@example.com | erik@example.com | karin@example.com
    gatuadress | street1 | Storgatan 5 | Lillgatan 2 | Ängsvägen 9
    postnummer | postal_code | 111 22 | 411 05 | 903 26
    postort | city | Stockholm | Göteborg | Umeå
    telefon hem | - | 08-123456 | 031-654321 | 090-111222
    telefon jobb | - | 08-223456 | 031-754321 | 090-211222
    telefon mobil | phone | 070-1234567 | 073-7654321 | 076-1112233
    medlemskap | - | Årskort | Månadskort | Årskort
    startdatum | - | 2020-02-01 | 2021-04-03 | 2022-06-05
    slutdatum | - | 2025-02-01 | 2026-04-03 | 2027-06-05
    kategori | - | A | B | A
    grupper | - | VIP | | VIP
    lösenord | - | abc123 | def456 | ghi789
    värdekort | - | Kort 10 | | Kort 20
    klipp | - | 3 | | 7
    `,
  ),
  listTable(
    "Abicart (Swedish)",
    `
    Förnamn | first_name | Anna | Erik | Karin
    Efternamn | last_name | Svensson | Lind | Åberg
    E-post | email | anna@example.com | erik@example.com | karin@example.com
    Företag/organisation | - | | Lind AB |
    Person-/org.nr | - | 800512-1234 | 751130-5678 | 900102-9012
    Adress | street1 | Storgatan 5 | Lillgatan 2 | Ängsvägen 9
    Postnummer | postal_code | 111 22 | 411 05 | 903 26
    Ort | city | Stockholm | Göteborg | Umeå
    Land | country | Sweden | Sweden | Sweden
    Telefon dag | phone | 08-123456 | 031-654321 | 090-111222
    Telefon kväll | - | 08-223456 | 031-754321 | 090-211222
    Kundgrupp | - | VIP | | VIP
    Användarnamn | customer_username | anna80 | erik75 | karin90
    `,
  ),
  listTable(
    "Memlist (Swedish)",
    `
    MEDLEMSNUMMER | code | 1001 | 1002 | 1003
    FÖRENINGSNUMMER | - | 7 | 7 | 7
    Förnamn | first_name | Anna | Erik | Karin
    Efternamn | last_name | Svensson | Lind | Åberg
    Gatuadress | street1 | Storgatan 5 | Lillgatan 2 | Ängsvägen 9
    C/O | street2 | | Berg |
    Postnummer | postal_code | 11122 | 41105 | 90326
    Postort | city | Stockholm | Göteborg | Umeå
    Epost | email | anna@example.com | erik@example.com | karin@example.com
    Telefon | phone | 070-1234567 | 073-7654321 | 076-1112233
    Faktura Förnamn | - | Anna | Erik | Karin
    Faktura Gatuadress | - | Storgatan 5 | Lillgatan 2 | Ängsvägen 9
    Faktura Postort | - | Stockholm | Göteborg | Umeå
    Landskod | country | SE | SE | SE
    Kommunkod | - | 0180 | 1480 | 2480
    Giltig till | - | 2025-02-01 | 2026-04-03 | 2027-06-05
    `,
  ),
  listTable(
    "Apex (Norwegian)",
    `
    Navn | first_name+last_name | Kari Hansen | Ola Berg | Siri Dahl
    E-post | email | kari@example.com | ola@example.com | siri@example.com
    Mobil | phone | 91234567 | 92234567 | 93234567
    Adresse | street1 | Storgata 5 | Sjøgata 12 | Torget 1
    Postnummer | postal_code | 0150 | 5003 | 7010
    Poststed | city | Oslo | Bergen | Trondheim
    Fødselsdato | custom_date | 12.05.1980 | 30.11.1975 | 02.01.1990
    Kjønn | - | Kvinne | Mann | Kvinne
    Telefon (private) | - | 22123456 | 55123456 | 73123456
    Telefon (jobb) | - | 22223456 | 55223456 | 73223456
    `,
  ),
  listTable(
    "Minuba (Norwegian)",
    `
    Kundenavn | first_name+last_name | Kari Hansen | Ola Berg | Siri Dahl
    Beskrivelse | - | VIP | | Bygg
    Organisasjonsnummer | - | 912345678 | 923456789 | 934567890
    Betalingsfrist | - | 14 | 14 | 30
    Kundenummer | code | 1001 | 1002 | 1003
    Att: | - | Kari | | Siri
    Adresse | street1 | Storgata 5 | Sjøgata 12 | Torget 1
    Adresse 2 | street2 | | 2. etg. |
    Postnummer | postal_code | 0150 | 5003 | 7010
    By | city | Oslo | Bergen | Trondheim
    Postnummer og by | - | 0150 Oslo | 5003 Bergen | 7010 Trondheim
    Land | country | Norge | Norge | Norge
    Telefonnummer | - | 22123456 | 55123456 | 73123456
    Mobilnummer | phone | 91234567 | 92234567 | 93234567
    E-postadresse | email | kari@example.com | ola@example.com | siri@example.com
    `,
  ),
  listTable(
    "Rackbeat (Danish)",
    `
    Kundenr | code | 1001 | 1002 | 1003
    Navn | first_name+last_name | Anne Jensen | Bo Holm | Ida Kjær
    Gruppe | - | 1 | 1 | 2
    Adresse1 | street1 | Nygade 5 | Søvej 12 | Torvet 1
    Adresse2 | street2 | 2. tv | | st.
    Postnummer | postal_code | 8000 | 2100 | 5000
    By | city | Aarhus | København | Odense
    Land | country | Danmark | Danmark | Danmark
    Momszone | - | 1 | 1 | 1
    `,
  ),
  listTable(
    "Iteras (Danish)",
    `
    E-mailadresse | email | anne@example.com | bo@example.com | ida@example.com
    Adgangskode | - | abc123 | def456 | ghi789
    Telefonnummer | phone | 20123456 | 30123456 | 40123456
    Navn | first_name+last_name | Anne Jensen | Bo Holm | Ida Kjær
    Firma | - | | Holm ApS |
    Adresselinje 1 | street1 | Nygade 5 | Søvej 12 | Torvet 1
    Adresselinje 2 | street2 | 8000 Aarhus | 2100 København | 5000 Odense
    Land | country | DK | DK | DK
    `,
  ),
  listTable(
    "aiship (Japanese)",
    `
    コントロールカラム | - | u | u | u
    氏名 | first_name+last_name | 山田 太郎 | 鈴木 花子 | 佐藤 一郎
    氏名(フリガナ) | - | ヤマダ タロウ | スズキ ハナコ | サトウ イチロウ
    メールアドレス | email | taro@example.com | hanako@example.com | ichiro@example.com
    郵便番号 | postal_code | 1500001 | 5300001 | 0600001
    都道府県 | state | 東京都 | 大阪府 | 北海道
    郡市区 | city | 渋谷区 | 大阪市北区 | 札幌市中央区
    それ以降の住所 | street1 | 神宮前1-2-3 | 梅田4-5-6 | 北1条西7-8
    電話番号 | phone | 0312345678 | 0612345678 | 0111234567
    FAX番号 | - | 0312345679 | 0612345679 | 0111234568
    会社名 | - | 株式会社青空 | | 北海商店
    部署名 | - | 営業 | | 総務
    郵便番号(会社) | - | 1500002 | 5300002 | 0600002
    都道府県(会社) | - | 東京都 | 大阪府 | 北海道
    郡市区(会社) | - | 港区 | 大阪市西区 | 札幌市北区
    それ以降の住所(会社) | - | 赤坂1-1 | 江戸堀2-2 | 北10条3-3
    電話番号(会社) | - | 0322345678 | 0622345678 | 0112234567
    性別 | - | 男性 | 女性 | 男性
    `,
  ),
  listTable(
    "e-shops (Japanese)",
    `
    顧客番号 | code | 1001 | 1002 | 1003
    氏名(姓) | last_name | 山田 | 鈴木 | 佐藤
    氏名(名) | first_name | 太郎 | 花子 | 一郎
    フリガナ(セイ) | - | ヤマダ | スズキ | サトウ
    フリガナ(メイ) | - | タロウ | ハナコ | イチロウ
    会員ID | - | yamada | suzuki | sato
    ポイント | - | 120 | 45 | 300
    顧客グループ | - | 1 | 2 | 1
    会員ランク設定 | - | 1 | 1 | 2
    会員ランク | - | R | G | P
    PC版メールアドレス | email | taro@example.com | hanako@example.com | ichiro@example.com
    `,
  ),
  listTable(
    "Digicats (Japanese)",
    `
    ID | - | 1 | 2 | 3
    顧客名 | first_name | 田中花子 | 佐藤太郎 | 山田美咲
    カード番号 | card_number | 1234567890123 | | 9876543210987
    性別 | - | 女性 | 男性 | 女性
    備考 | - | リピーター様 | | 初回来店時紹介
    登録日時 | - | 2025-01-15 14:30:00 | 2025-01-16 10:15:00 | 2025-01-17 16:45:00
    `,
  ),
  listTable(
    "SmartCRM (Turkish)",
    `
    isim | first_name+last_name | Ahmet Yılmaz | Ayşe Demir | Ali Kaya
    telefon | phone | +905301234567 | +905401234568 | +905051234569
    email | email | ahmet@example.com | ayse@example.com | ali@example.com
    sirket | - | ABC Ltd. | XYZ A.Ş. |
    segment | - | Normal | VIP | Normal
    `,
  ),
  listTable(
    "GPS (Brazilian)",
    `
    CODIGO | code | 1001 | 1002 | 1003
    SEQUENCIA | - | 0 | 1 | 0
    NOME_USUARIO | - | ANA SILVA | JOAO SOUZA | MARIA LIMA
    ESTADO_CIVIL | - | SOLTEIRO | CASADO | VIUVO
    NOME_MAE | - | ROSA SILVA | INES SOUZA | CLARA LIMA
    DATA_INCLUSAO | - | 01/02/2020 | 03/04/2021 | 05/06/2022
    CPF_USUARIO | - | 12345678909 | 98765432100 | 11122233396
    DATA_NASCIMENTO | custom_date | 14/07/1970 | 28/07/1966 | 03/01/1985
    SEXO | - | F | M | F
    TIPO_LOGRADOURO | - | RUA | AVENIDA | RUA
    ENDERECO | street1 | ALTA | BRASIL | NOVA
    NUMERO | street1 | 10 | 22 | 305
    COMPLEMENTO | street2 | APTO 100 | | CASA 2
    BAIRRO | - | CENTRO | LAPA | SAVASSI
    CEP | postal_code | 01000000 | 20000000 | 30000000
    CIDADE | city | SAO PAULO | RIO DE JANEIRO | BELO HORIZONTE
    TELEFONE | - | 65-99998888 | 11-88887777 | 31-77776666
    CELULAR | phone | 65-33332222 | 11-99991111 | 31-99992222
    `,
  ),
];
