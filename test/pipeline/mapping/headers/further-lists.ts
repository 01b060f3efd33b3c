import { listTable } from "../tables/list-table.ts";

/** Lists of further languages as shops there write them, with what staff write by hand. */
export const furtherLists = [
  listTable(
    "Polish, of a salon",
    `
    Lp. | - | 1 | 2 | 3
    Nr karty stałego klienta | card_number | 20010001 | 20010002 | 20010003
    Imię klienta | first_name | Anna | Piotr | Zofia
    Nazwisko klienta | last_name | Kowalska | Nowak | Wiśniewska
    Płeć | - | K | M | K
    Tel. kom. | phone | 601 602 603 | 502 503 504 | 698 111 222
    Adres e-mail | email | anna@example.com | piotr@example.com | zofia@example.com
    Data ur. | custom_date | 12.05.1980 | 30.11.1975 | 02.01.1990
    Ulica i nr domu | street1 | Polna 5 | Długa 12 | Krótka 7
    Nr lokalu | street2 | 3 | | 14
    Kod poczt. | postal_code | 00-950 | 31-021 | 80-001
    Miejscowość | city | Warszawa | Kraków | Gdańsk
    Woj. | state | mazowieckie | małopolskie | pomorskie
    Data rejestracji | - | 2020-01-05 | 2021-03-09 | 2022-07-01
    Zgoda marketingowa | - | Tak | Nie | Tak
    Suma zakupów | - | 1520,50 | 89,00 | 410,00
    Punkty do dodania | auto_add | 10 | 20 | 30
    `,
  ),
  listTable(
    "Polish, in plain letters and by one name",
    `
    ID klienta | code | 501 | 502 | 503
    Nazwisko i imie | first_name+last_name | Kowalska Anna | Nowak Piotr | Lis Zofia
    Telefon kontaktowy | phone | 601602603 | 502503504 | 698111222
    Miasto | city | Poznan | Lodz | Radom
    Kraj | country | Polska | Polska | Polska
    Ostatnia wizyta | - | 2024-01-05 | 2024-03-09 | 2024-07-01
    Uwagi | - | VIP | | lubi kawe
    `,
  ),
  listTable(
    "Swedish, of a chain of shops",
    `
    Kundnr | code | 1001 | 1002 | 1003
    Medlemskortsnr | card_number | 90010001 | 90010002 | 90010003
    Förnamn | first_name | Anna | Erik | Karin
    Efternamn | last_name | Svensson | Lind | Åberg
    Personnummer | - | 19800512-1234 | 19751130-5678 | 19900102-9012
    Mobilnr | phone | 070-123 45 67 | 073-765 43 21 | 076-111 22 33
    E-postadress | email | anna@example.com | erik@example.com | karin@example.com
    Födelsedatum (ÅÅÅÅ-MM-DD) | custom_date | 1980-05-12 | 1975-11-30 | 1990-01-02
    Gatuadress | street1 | Storgatan 5 | Lillgatan 2 | Ängsvägen 9
    Postnr | postal_code | 111 22 | 411 05 | 903 26
    Ort | city | Stockholm | Göteborg | Umeå
    Län | state | Stockholm | Västra Götaland | Västerbotten
    Medlem sedan | - | 2019-02-01 | 2020-06-15 | 2021-09-30
    Senaste köp | - | 2024-02-01 | 2024-06-15 | 2024-09-30
    Poängsaldo | - | 120 | 45 | 300
    `,
  ),
  listTable(
    "Danish, of a cash register",
    `
    Kundenr. | code | 1001 | 1002 | 1003
    Fulde navn | first_name+last_name | Anne Jensen | Bo Holm | Ida Kjær
    Gade og nr. | street1 | Nygade 5 | Søvej 12 | Torvet 1
    Etage | street2 | 2. tv | st. |
    Postnr. | postal_code | 8000 | 2100 | 5000
    By | city | Aarhus | København | Odense
    Tlf. | phone | 20 12 34 56 | 30 12 34 56 | 40 12 34 56
    E-mail adresse | email | anne@example.com | bo@example.com | ida@example.com
    Fødselsdag | custom_date | 12-05-1980 | 30-11-1975 | 02-01-1990
    Oprettet | - | 01-02-2020 | 03-04-2021 | 05-06-2022
    CVR-nr. | - | 12345678 | 23456789 | 34567890
    Nyhedsbrev | - | ja | nej | ja
    `,
  ),
  listTable(
    "Norwegian, of a club",
    `
    Medlemsnr. | code | 1001 | 1002 | 1003
    Fornavn | first_name | Kari | Ola | Siri
    Etternavn | last_name | Hansen | Berg | Dahl
    Gateadresse | street1 | Storgata 5 | Sjøgata 12 | Torget 1
    Postnummer | postal_code | 0150 | 5003 | 7010
    Poststed | city | Oslo | Bergen | Trondheim
    Fylke | state | Oslo | Vestland | Trøndelag
    Mobiltelefon | phone | 912 34 567 | 922 34 567 | 932 34 567
    E-post | email | kari@example.com | ola@example.com | siri@example.com
    Født | custom_date | 12.05.1980 | 30.11.1975 | 02.01.1990
    Innmeldt | - | 01.02.2020 | 03.04.2021 | 05.06.2022
    Kjønn | - | Kvinne | Mann | Kvinne
    `,
  ),
  listTable(
    "Finnish, of a web shop",
    `
    Asiakasnro | code | 1001 | 1002 | 1003
    Kanta-asiakaskortin numero | card_number | 90010001 | 90010002 | 90010003
    Etunimi | first_name | Aino | Eero | Liisa
    Sukunimi | last_name | Virtanen | Mäki | Laine
    Sähköpostiosoite | email | aino@example.com | eero@example.com | liisa@example.com
    Puh. | phone | 040 123 4567 | 050 123 4567 | 045 123 4567
    Lähiosoite | street1 | Koivutie 5 | Rantakatu 12 | Mäkikuja 1
    Postinro | postal_code | 00100 | 33100 | 90100
    Postitoimipaikka | city | Helsinki | Tampere | Oulu
    Maa | country | Suomi | Suomi | Suomi
    Synt.aika | custom_date | 12.5.1980 | 30.11.1975 | 2.1.1990
    Rekisteröitynyt | - | 1.2.2020 | 3.4.2021 | 5.6.2022
    Viimeisin ostos | - | 1.2.2024 | 3.4.2024 | 5.6.2024
    Pistesaldo | - | 120 | 45 | 300
    Markkinointilupa | - | kyllä | ei | kyllä
    `,
  ),
  listTable(
    "Czech, of an e-shop",
    `
    Č. zákazníka | code | 1001 | 1002 | 1003
    Číslo věrnostní karty | card_number | 90010001 | 90010002 | 90010003
    Titul | - | Ing. | | Mgr.
    Jméno | first_name | Jan | Eva | Petr
    Příjmení | last_name | Novák | Malá | Dvořák
    Mobil | phone | 601 234 567 | 702 345 678 | 603 456 789
    E-mailová adresa | email | jan@example.com | eva@example.com | petr@example.com
    Datum narození | custom_date | 12. 5. 1980 | 30. 11. 1975 | 2. 1. 1990
    Ulice a č. p. | street1 | Dlouhá 5 | Krátká 12 | Nová 1
    Město | city | Praha | Brno | Plzeň
    PSČ | postal_code | 110 00 | 602 00 | 301 00
    Kraj | state | Praha | Jihomoravský | Plzeňský
    Stát | country | Česko | Česko | Česko
    Datum registrace | - | 1. 2. 2020 | 3. 4. 2021 | 5. 6. 2022
    IČO | - | 12345678 | 23456789 | 34567890
    Souhlas s newsletterem | - | ano | ne | ano
    `,
  ),
  listTable(
    "Turkish, of a store's program",
    `
    MÜŞTERİ NO | code | M-1001 | M-1002 | M-1003
    SADAKAT KART NO | card_number | 90010001 | 90010002 | 90010003
    ADI | first_name | Ayşe | Mehmet | Elif
    SOYADI | last_name | Yılmaz | Demir | Kaya
    CEP TELEFONU | phone | 0532 123 45 67 | 0542 123 45 67 | 0505 123 45 67
    E-POSTA ADRESİ | email | ayse@example.com | mehmet@example.com | elif@example.com
    DOĞUM TARİHİ | custom_date | 12.05.1980 | 30.11.1975 | 02.01.1990
    CİNSİYET | - | K | E | K
    ADRES | street1 | Çınar Sok. 5 | Deniz Cad. 12 | Gül Sok. 1
    İLÇE | city | Kadıköy | Çankaya | Bornova
    İL | state | İstanbul | Ankara | İzmir
    POSTA KODU | postal_code | 34710 | 06690 | 35030
    KAYIT TARİHİ | - | 01.02.2020 | 03.04.2021 | 05.06.2022
    TOPLAM PUAN | - | 120 | 45 | 300
    KVKK ONAYI | - | Evet | Hayır | Evet
    `,
  ),
  listTable(
    "Catalan, of a bookshop",
    `
    Núm. de soci | code | S-1001 | S-1002 | S-1003
    Targeta de client | card_number | 90010001 | 90010002 | 90010003
    Nom | first_name | Jordi | Núria | Pau
    Primer cognom | last_name | Puig | Serra | Vila
    Segon cognom | last_name | Soler | Font | Roca
    Mòbil | phone | 600 123 456 | 611 123 456 | 622 123 456
    Adreça electrònica | email | jordi@example.com | nuria@example.com | pau@example.com
    Data de naixement | custom_date | 14/07/1970 | 28/07/1966 | 03/01/1985
    Carrer i número | street1 | Carrer Major 1 | Rambla Nova 22 | Plaça Vella 3
    Codi postal | postal_code | 08001 | 43001 | 17001
    Població | city | Barcelona | Tarragona | Girona
    Data d'alta | - | 01/02/2020 | 03/04/2021 | 05/06/2022
    Punts | - | 120 | 45 | 300
    `,
  ),
  listTable(
    "Brazilian, of a pharmacy",
    `
    Cód. Cliente | code | 1001 | 1002 | 1003
    Nome Completo | first_name+last_name | Ana Silva | João Souza | Maria Lima
    CPF | - | 123.456.789-09 | 987.654.321-00 | 111.222.333-96
    Dt. Nasc. | custom_date | 14/07/1970 | 28/07/1966 | 03/01/1985
    Fone Celular | phone | (11) 91234-5678 | (21) 91234-5678 | (31) 91234-5678
    E-mail | email | ana@example.com | joao@example.com | maria@example.com
    CEP | postal_code | 01000-000 | 20000-000 | 30000-000
    Logradouro | street1 | Rua Alta | Av. Brasil | Rua Nova
    Número | street1 | 10 | 22 | 305
    Compl. | street2 | Apto 3 | | Casa 2
    Bairro | - | Centro | Lapa | Savassi
    Cidade | city | São Paulo | Rio de Janeiro | Belo Horizonte
    UF | state | SP | RJ | MG
    Cartão Fidelidade | card_number | 90010001 | 90010002 | 90010003
    Última Compra | - | 01/02/2024 | 03/04/2024 | 05/06/2024
    Saldo de Pontos | - | 120 | 45 | 300
    `,
  ),
  listTable(
    "Russian, of a chain of cafés",
    `
    № карты | card_number | 90010001 | 90010002 | 90010003
    ФИО | first_name+last_name | Иванов Иван Иванович | Петрова Анна Сергеевна | Смирнов Олег Павлович
    Моб. телефон | phone | +7 912 345-67-89 | +7 903 123-45-67 | +7 916 111-22-33
    Эл. почта | email | ivan@example.com | anna@example.com | oleg@example.com
    Дата рождения | custom_date | 12.05.1980 | 30.11.1975 | 02.01.1990
    Пол | - | М | Ж | М
    Город | city | Москва | Казань | Тверь
    Дата регистрации | - | 01.02.2020 | 03.04.2021 | 05.06.2022
    Дата последней покупки | - | 01.02.2024 | 03.04.2024 | 05.06.2024
    Сумма покупок | - | 15200 | 890 | 4100
    Баллы | - | 120 | 45 | 300
    Комментарий | - | VIP | | постоянный
    `,
  ),
  listTable(
    "Russian, with the address in parts",
    `
    Код клиента | code | К-1001 | К-1002 | К-1003
    Фамилия | last_name | Иванов | Петрова | Смирнов
    Имя | first_name | Иван | Анна | Олег
    Отчество | - | Иванович | Сергеевна | Павлович
    Номер телефона | phone | 89123456789 | 89031234567 | 89161112233
    Почтовый индекс | postal_code | 101000 | 420000 | 170000
    Регион | state | Московская область | Татарстан | Тверская область
    Населенный пункт | city | Химки | Казань | Тверь
    Улица | street1 | Ленина | Мира | Садовая
    Дом | street1 | 5 | 12 | 7
    Квартира | street2 | 3 | 44 | 8
    Скидка, % | - | 5 | 10 | 3
    `,
  ),
  listTable(
    "Japanese, of a shop's till",
    `
    会員番号 | code | 1001 | 1002 | 1003
    ポイントカード番号 | card_number | 90010001 | 90010002 | 90010003
    お客様氏名 | first_name+last_name | 山田 太郎 | 鈴木 花子 | 佐藤 一郎
    フリガナ | - | ヤマダ タロウ | スズキ ハナコ | サトウ イチロウ
    性別 | - | 男性 | 女性 | 男性
    生年月日 | custom_date | 1980/05/12 | 1975/11/30 | 1990/01/02
    携帯電話番号 | phone | 090-1234-5678 | 080-1234-5678 | 070-1234-5678
    メールアドレス | email | taro@example.com | hanako@example.com | ichiro@example.com
    郵便番号 | postal_code | 150-0001 | 530-0001 | 060-0001
    都道府県 | state | 東京都 | 大阪府 | 北海道
    市区町村 | city | 渋谷区 | 大阪市北区 | 札幌市中央区
    番地 | street1 | 神宮前1-2-3 | 梅田4-5-6 | 北1条西7-8
    建物名・部屋番号 | street2 | ハイツ101 | | ビル3F
    入会日 | - | 2020/02/01 | 2021/04/03 | 2022/06/05
    最終来店日 | - | 2024/02/01 | 2024/04/03 | 2024/06/05
    保有ポイント | - | 120 | 45 | 300
    備考 | - | VIP | | 要確認
    `,
  ),
  listTable(
    "Japanese, with the name in two columns",
    `
    姓 | last_name | 山田 | 鈴木 | 佐藤
    名 | first_name | 太郎 | 花子 | 一郎
    セイ | - | ヤマダ | スズキ | サトウ
    メイ | - | タロウ | ハナコ | イチロウ
    TEL | phone | 03-1234-5678 | 06-1234-5678 | 011-123-4567
    Eメール | email | taro@example.com | hanako@example.com | ichiro@example.com
    誕生日 | custom_date | 1980年5月12日 | 1975年11月30日 | 1990年1月2日
    ご住所 | street1 | 東京都渋谷区1-2-3 | 大阪府大阪市4-5-6 | 北海道札幌市7-8
    DM可否 | - | 可 | 不可 | 可
    `,
  ),
  listTable(
    "Korean, of a café's app",
    `
    회원번호 | code | 1001 | 1002 | 1003
    이름 | first_name | 김철수 | 이영희 | 박민수
    휴대폰 번호 | phone | 010-1234-5678 | 010-2345-6789 | 010-3456-7890
    이메일 | email | kim@example.com | lee@example.com | park@example.com
    생년월일 | custom_date | 1980-05-12 | 1975-11-30 | 1990-01-02
    성별 | - | 남 | 여 | 남
    우편번호 | postal_code | 06236 | 48058 | 34126
    기본주소 | street1 | 서울시 강남구 테헤란로 1 | 부산시 해운대구 2 | 대전시 유성구 3
    상세주소 | street2 | 101호 | | 5층
    가입일 | - | 2020-02-01 | 2021-04-03 | 2022-06-05
    최근 방문일 | - | 2024-02-01 | 2024-04-03 | 2024-06-05
    보유 포인트 | - | 120 | 45 | 300
    SMS 수신동의 | - | Y | N | Y
    `,
  ),
  listTable(
    "Chinese, of a supermarket",
    `
    序号 | - | 1 | 2 | 3
    会员卡号 | card_number | 90010001 | 90010002 | 90010003
    会员姓名 | first_name | 王小明 | 李四 | 张伟
    性别 | - | 男 | 女 | 男
    手机号码 | phone | 13812345678 | 13912345678 | 13712345678
    电子邮箱 | email | wang@example.com | li@example.com | zhang@example.com
    出生日期 | custom_date | 1980-05-12 | 1975-11-30 | 1990-01-02
    省份 | state | 广东省 | 浙江省 | 江苏省
    城市 | city | 深圳市 | 杭州市 | 南京市
    详细地址 | street1 | 深南大道1号 | 西湖路2号 | 中山路3号
    邮政编码 | postal_code | 518000 | 310000 | 210000
    注册时间 | - | 2020-02-01 | 2021-04-03 | 2022-06-05
    会员等级 | - | 金卡 | 银卡 | 普通
    可用积分 | - | 120 | 45 | 300
    累计消费金额 | - | 1520 | 890 | 4100
    `,
  ),
  listTable(
    "Chinese of Taiwan, of a web shop",
    `
    會員編號 | code | 1001 | 1002 | 1003
    姓名 | first_name | 王小明 | 李雅婷 | 張志豪
    行動電話 | phone | 0912-345-678 | 0922-345-678 | 0932-345-678
    電子信箱 | email | wang@example.com | li@example.com | zhang@example.com
    生日 | custom_date | 1980/05/12 | 1975/11/30 | 1990/01/02
    郵遞區號 | postal_code | 100 | 407 | 802
    縣市 | state | 台北市 | 台中市 | 高雄市
    鄉鎮市區 | city | 中正區 | 西屯區 | 苓雅區
    通訊地址 | street1 | 忠孝路1號 | 文心路2號 | 四維路3號
    註冊日期 | - | 2020/02/01 | 2021/04/03 | 2022/06/05
    會員等級 | - | 金卡 | 銀卡 | 一般
    購物金餘額 | - | 120 | 45 | 300
    `,
  ),
  listTable(
    "English with slips of the pen",
    `
    Costumer number | code | C-1001 | C-1002 | C-1003
    Loyality card number | card_number | 90010001 | 90010002 | 90010003
    Frist name | first_name | Jane | Luis | Mary
    Last nmae | last_name | Doe | Vega | Smith
    Emial | email | jane@example.com | luis@example.com | mary@example.com
    Moblie phone | phone | 512-555-0100 | 617-555-0101 | 213-555-0102
    Brithday | custom_date | 1970-07-14 | 1966-07-28 | 1985-01-03
    Adress | street1 | 1 Main St | 2 High St | 3 Oak Ave
    Postel code | postal_code | 78701 | 02134 | 90001
    Contry | country | USA | USA | USA
    Stage | - | New | Won | Lost
    Last vist | - | 2024-01-02 | 2024-03-04 | 2024-05-06
    `,
  ),
  listTable(
    "German and Spanish with slips of the pen",
    `
    Kundenumer | code | C-1001 | C-1002 | C-1003
    Vornahme | first_name | Anna | Lutz | Eva
    Nachnahme | last_name | Müller | Weiß | Braun
    Telefonnumer | phone | 030 1234567 | 089 1234567 | 040 1234567
    Strase | street1 | Hauptstr. 1 | Nebenstr. 2 | Ringstr. 3
    Postleizahl | postal_code | 10115 | 80331 | 20095
    Geburtstdatum | custom_date | 14.07.1970 | 28.07.1966 | 03.01.1985
    Umsatz | - | 120,50 | 45,00 | 300,00
    `,
  ),
];
