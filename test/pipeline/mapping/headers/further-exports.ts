import { listTable } from "../tables/list-table.ts";

/** More columns as public documentation lists them, of systems that no word was chosen for. */
export const furtherExports = [
  listTable(
    "Nordiske Handel (Swedish)",
    `
    Kundnr | code | 1001 | 1002 | 1003
    Företagsnamn | - | | Lind AB |
    Förnamn | first_name | Anna | Erik | Karin
    efternamn | last_name | Svensson | Lind | Åberg
    e-post | email | anna@example.com | erik@example.com | karin@example.com
    Login | customer_username | anna80 | erik75 | karin90
    Adressrad 1 | street1 | Storgatan 5 | Lillgatan 2 | Ängsvägen 9
    Adressrad 2 | street2 | | 2 tr |
    Postnr | postal_code | 111 22 | 411 05 | 903 26
    Ort | city | Stockholm | Göteborg | Umeå
    Telefonnr | - | 08-123456 | 031-654321 | 090-111222
    Mobilnr | phone | 070-1234567 | 073-7654321 | 076-1112233
    Fax | - | | 031-654322 |
    Land | country | SE | SE | SE
    Kundtyp | - | PERSON | COMPANY | PERSON
    Person/orgnr | - | 800512-1234 | 556123-4567 | 900102-9012
    Valuta | - | SEK | SEK | SEK
    Rabatt | - | 0 | 10 | 5
    Nyhetsbrev | - | 1 | 0 | 1
    Kundkategori | - | Butik | Grossist | Butik
    Betalsätt | - | Kort | Faktura | Kort
    Fraktsätt | - | Post | Hämtas | Post
    Kreditvärdering | - | A | AA | A
    `,
  ),
  listTable(
    "Quickbutik (Norwegian)",
    `
    e-post | email | kari@example.com | ola@example.com | siri@example.com
    kundenummer | code | 1001 | 1002 | 1003
    fornavn | first_name | Kari | Ola | Siri
    etternavn | last_name | Hansen | Berg | Dahl
    adresse | street1 | Storgata 5 | Sjøgata 12 | Torget 1
    by | city | Oslo | Bergen | Trondheim
    postnummer | postal_code | 0150 | 5003 | 7010
    firmanavn | - | | Berg AS |
    telefonnummer | phone | 91234567 | 92234567 | 93234567
    `,
  ),
  listTable(
    "Effihub (Danish)",
    `
    Firmanavn | - | Holm ApS | Kjær A/S | Bo Jensen
    Kundenummer | code | 1001 | 1002 | 1003
    CVR nummer | - | 12345678 | 23456789 |
    Adresse | street1 | Nygade 5 | Søvej 12 | Torvet 1
    Postnummer | postal_code | 8000 | 2100 | 5000
    By | city | Aarhus | København | Odense
    Land | country | Danmark | Danmark | Danmark
    Faktureringsmail | email | faktura@example.com | regning@example.com | bo@example.com
    Telefon | phone | 20123456 | 30123456 | 40123456
    Webside | - | holm.example | kjaer.example |
    Noter | - | VIP | | Ringer altid
    `,
  ),
  listTable(
    "Netvisor (Finnish)",
    `
    Asiakaskoodi | code | 1001 | 1002 | 1003
    Nimi | first_name+last_name | Aino Virtanen | Eero Mäki | Helmi Laine
    Osoite | street1 | Koivutie 5 | Rantatie 12 | Torikatu 1
    Postinumero | postal_code | 00100 | 33100 | 20100
    Postitoimipaikka | city | Helsinki | Tampere | Turku
    Aktiivinen | - | 1 | 1 | 0
    Alennusprosentti | - | 0 | 10 | 5
    Asiakasryhmä | - | A | B | A
    Hintaryhmä | - | 1 | 2 | 1
    Kotisivut | - | | maki.example |
    Laskutuskieli | - | FI | SE | FI
    Lisätietoja | - | VIP | | Soittaa aina
    Maa | country | Suomi | Suomi | Suomi
    Maksuehto | - | 14 | 14 | 30
    Nimen jatke | - | | Oy |
    `,
  ),
  listTable(
    "Fivaldi (Finnish)",
    `
    ASIAKASTUNNUS | code | 3000 | 3001 | 3002
    NIMI1 | first_name+last_name | Aino Virtanen | Eero Mäki | Helmi Laine
    NIMI2 | - | | Mäki Oy |
    PUHELIN | - | 09123456 | 03123456 | 02123456
    MATKAPUHELIN | phone | 0401234567 | 0502345678 | 0443456789
    TELEFAX | - | | 03123457 |
    YHTEYDENOTTOTAPA | - | 001 | 002 | 001
    KORONESTO | - | X | | X
    ASIAKASRYHMA | - | A | B | A
    KIELIKOODI | - | FIN | SWE | FIN
    LUOTTOKIELTO | - | | X |
    `,
  ),
  listTable(
    "WPJshop (Czech)",
    `
    Jméno | first_name | Jan | Eva | Petr
    Přijmení | last_name | Novák | Malá | Dvořák
    Společnost | - | | Malá s.r.o. |
    Email | email | jan@example.com | eva@example.com | petr@example.com
    Telefon | phone | +420 601 123 456 | 602234567 | 603345678
    Ulice | street1 | Polní 5 | Dlouhá 12 | Krátká 7
    Město | city | Praha | Brno | Plzeň
    PSČ | postal_code | 110 00 | 602 00 | 301 00
    Skupiny | - | VIP;Brno | | VIP
    Newsletter | - | ano | ne | ano
    `,
  ),
  listTable(
    "Tenavor (Turkish)",
    `
    Cari Kodu | code | M001 | M002 | M003
    Adı Soyadı * | first_name+last_name | Ahmet Yılmaz | Ayşe Demir | Ali Kaya
    Kimlik No | - | 10000000146 | 10000000214 | 10000000382
    Cari Tipi | - | Müşteri | Müşteri | Bayi
    Danışman | - | Can Öz | | Can Öz
    Kayıt Tarihi | - | 05.01.2020 | 09.03.2021 | 01.07.2022
    Telefon 1 | - | 0212 123 45 67 | 0312 234 56 78 | 0232 345 67 89
    Telefon 2 | - | | |
    GSM 1 | phone | 0532 123 45 67 | 0542 234 56 78 | 0505 345 67 89
    GSM 2 | - | | 0543 234 56 78 |
    Faks | - | | 0312 234 56 79 |
    Email 1 | email | ahmet@example.com | ayse@example.com | ali@example.com
    Email 2 | - | | |
    Risk | - | 0 | 1 | 0
    Pasaport No | - | | U1234567 |
    Cinsiyet | - | Erkek | Kadın | Erkek
    Medeni Hali | - | Evli | Bekar | Evli
    Yayın | - | Evet | Evet | Hayır
    `,
  ),
  listTable(
    "UPC (Catalan)",
    `
    Acció | - | A | A | S
    idOrigen | - | 501 | 502 | 503
    Tipus Document | - | D | E | D
    Document | - | 12345678Z | X1234567L | 87654321X
    Nom | first_name | Núria | Jordi | Laia
    1r Cognom | last_name | Puig | Serra | Vila
    2n Cognom | last_name | Roca | | Font
    Sobrenom | - | | Jordi S. |
    Dt Naixement | custom_date | 12/05/1980 | 30/11/1975 | 02/01/1990
    `,
  ),
  listTable(
    "Raku-uru (Japanese)",
    `
    システム顧客番号 | - | 1001 | 1002 | 1003
    会員ID | code | yamato | suzuki | satou
    氏名(姓) | last_name | 大和 | 鈴木 | 佐藤
    氏名(名) | first_name | 太郎 | 花子 | 一郎
    氏名フリガナ(セイ) | - | ヤマト | スズキ | サトウ
    氏名フリガナ(メイ) | - | タロウ | ハナコ | イチロウ
    会社名 | - | 大和商店 | |
    部署名 | - | 営業部 | |
    郵便番号 | postal_code | 1040061 | 5300001 | 0600001
    都道府県 | state | 東京都 | 大阪府 | 北海道
    市区町村 | city | 中央区 | 大阪市北区 | 札幌市中央区
    町域・番地 | street1 | 銀座2丁目 | 梅田4-5-6 | 北1条西7-8
    ビル等 | street2 | ヤマトビル | | 北ビル
    メールアドレス | email | taro@example.com | hanako@example.com | ichiro@example.com
    電話番号 | - | 0312345678 | 0612345678 | 0111234567
    携帯電話番号 | phone | 08012345678 | 09023456789 | 07034567890
    FAX番号 | - | 0312345679 | |
    性別 | - | 男 | 女 | 男
    生年月日 | custom_date | 1980/05/12 | 1975/11/30 | 1990/01/02
    備考 | - | | VIP |
    フリー項目1 | - | | |
    顧客分類 | - | 一般 | 一般 | 卸
    `,
  ),
  listTable(
    "Live Commerce (Japanese)",
    `
    顧客番号 | code | 1001 | 1002 | 1003
    名 | first_name | 太郎 | 花子 | 一郎
    姓 | last_name | 山田 | 鈴木 | 佐藤
    名(カナ) | - | タロウ | ハナコ | イチロウ
    姓(カナ) | - | ヤマダ | スズキ | サトウ
    会社名 | - | 青空商店 | |
    性別 | - | M | F | M
    誕生日 | custom_date | 1980/05/12 | 1975/11/30 | 1990/01/02
    メールアドレス | email | taro@example.com | hanako@example.com | ichiro@example.com
    パスワード | - | | |
    郵便番号 | postal_code | 150-0001 | 530-0001 | 060-0001
    都道府県 | state | 東京都 | 大阪府 | 北海道
    市町村 | city | 渋谷区 | 大阪市北区 | 札幌市中央区
    番地名 | street1 | 神宮前1-2-3 | 梅田4-5-6 | 北1条西7-8
    ビル名・建物名 | street2 | 青空ビル | | 北ビル
    電話番号 | phone | 03-1234-5678 | 06-1234-5678 | 011-123-4567
    FAX番号 | - | | 06-1234-5679 |
    メールマガジン | - | 1 | 0 | 1
    保持ポイント | - | 120 | 45 | 300
    アカウント作成日 | - | 2020/01/05 | 2021/03/09 | 2022/07/01
    `,
  ),
  listTable(
    "Cafe24 (Korean)",
    `
    이름 | first_name | 김철수 | 이영희 | 박민수
    회원등급 | - | 일반 | VIP | 일반
    나이 | - | 45 | 50 | 35
    이메일 | email | kim@example.com | lee@example.com | park@example.com
    휴대폰번호 | phone | 010-1234-5678 | 010-2345-6789 | 010-3456-7890
    총 사용 적립금 | - | 1000 | 2500 | 0
    사용가능 적립금 | - | 500 | 1200 | 300
    회원 가입일 | - | 2020-01-05 | 2021-03-09 | 2022-07-01
    `,
  ),
  listTable(
    "Rim Design (Korean)",
    `
    번호 | - | 1 | 2 | 3
    최초거래 | - | 2020-01-05 | 2021-03-09 | 2022-07-01
    최근거래 | - | 2024-02-01 | 2024-06-15 | 2024-09-30
    고객명 | first_name | 김철수 | 이영희 | 박민수
    사업자명 | - | 철수상사 | | 민수네
    사업자번호 | - | 489-70-00322 | | 123-45-67890
    담당자 | - | 최담당 | | 정담당
    연락처 | phone | 010-1234-5678 | 010-2345-6789 | 010-3456-7890
    이메일 | email | kim@example.com | lee@example.com | park@example.com
    문의수 | - | 3 | 1 | 7
    거래수 | - | 2 | 1 | 5
    총매출 | - | 120000 | 45000 | 300000
    미수금 | - | 0 | 10000 | 0
    비고 | - | | VIP |
    `,
  ),
  listTable(
    "TD365 (Chinese)",
    `
    会员ID | code | M1001 | M1002 | M1003
    会员卡号 | card_number | 90010001 | 90010002 | 90010003
    手机号 | phone | 13812345678 | 13923456789 | 13734567890
    积分到期日 | - | 2025-12-31 | 2026-12-31 | 2025-12-31
    储值到期日 | - | 2025-12-31 | 2026-12-31 | 2025-12-31
    会员有效期 | - | 2027-12-31 | 2027-12-31 | 2027-12-31
    会员类别 | - | 普通 | 金卡 | 普通
    发卡门店 | - | 一店 | 二店 | 一店
    营业员 | - | 小李 | 小张 | 小李
    性别 | - | 女 | 男 | 女
    邮箱 | email | wang@example.com | li@example.com | zhang@example.com
    密码 | - | | |
    备注 | - | | 老客户 |
    地址 | street1 | 中山路5号 | 人民路12号 | 解放路7号
    父卡ID | - | | 90010001 |
    会员标签属性 | - | 美妆 | | 母婴
    `,
  ),
  listTable(
    "Itang (Chinese)",
    `
    会员ID | code | M1001 | M1002 | M1003
    姓名 | first_name | 王小明 | 李小红 | 张伟
    性别 | - | 男 | 女 | 男
    年龄 | - | 45 | 50 | 35
    联系方式 | phone | 13812345678 | 13923456789 | 13734567890
    住址 | street1 | 中山路5号 | 人民路12号 | 解放路7号
    职业 | - | 教师 | 医生 | 工程师
    生日 | custom_date | 1980-05-12 | 1975-11-30 | 1990-01-02
    注册日期 | - | 2020-01-05 | 2021-03-09 | 2022-07-01
    `,
  ),
  listTable(
    "Assina+ (Brazilian)",
    `
    Nome | first_name+last_name | Ana Silva | João Souza | Maria Lima
    e-mail | email | ana@example.com | joao@example.com | maria@example.com
    Telefone | phone | 11999998888 | 21988887777 | 31977776666
    CPF/CNPJ | - | 12345678909 | 98765432100 | 11122233396
    UF | state | SP | RJ | MG
    CEP | postal_code | 01000-000 | 20000-000 | 30000-000
    Cidade | city | São Paulo | Rio de Janeiro | Belo Horizonte
    Endereço | street1 | Rua Alta, 10 | Av. Brasil, 22 | Rua Nova, 305
    `,
  ),
  listTable(
    "Adapter (Brazilian)",
    `
    IDClienteMigracao | - | C12345678909 | C98765432100 | C11122233396
    DataCadastro | - | 2020-01-05 | 2021-03-09 | 2022-07-01
    DataUltimaAtualizacao | - | 2024-02-01 | 2024-06-15 | 2024-09-30
    LoginUsuarioUltimaAtualizacao | - | carlos | bia | carlos
    NomeCliente_RazaoSocial | first_name+last_name | ANA SILVA | JOAO SOUZA | MARIA LIMA
    NomeFantasia | - | | SOUZA ME |
    E_mail | email | ana@example.com | joao@example.com | maria@example.com
    CNPJ | - | | 12345678000195 |
    CPF | - | 12345678909 | 98765432100 | 11122233396
    RG | - | 123456789 | 987654321 | 111222333
    `,
  ),
  listTable(
    "Aqua Delivery (Russian)",
    `
    ФИО\\Наименование организации | first_name+last_name | Иванов Иван Иванович | Петрова Анна Сергеевна | Сидоров Пётр Ильич
    Телефон | phone | +7 912 345-67-89 | +7 903 456-78-90 | +7 905 567-89-01
    Полный адрес | street1 | ул. Ленина, 5 | ул. Мира, 12 | пр. Победы, 7
    Населенный пункт | city | Казань | Самара | Тула
    ИНН | - | 165512345678 | 631212345678 | 710312345678
    `,
  ),
  listTable(
    "Deweloper (Polish)",
    `
    adres email | email | anna@example.com | piotr@example.com | zofia@example.com
    Imie | first_name | Anna | Piotr | Zofia
    Nazwisko | last_name | Kowalska | Nowak | Wiśniewska
    Telefon | phone | 601602603 | 502503504 | 698111222
    Data | - | 20191231 | 20200901 | 20210304
    identyfikatory zgód | - | 1 | 2 | 1
    `,
  ),
];
