import { listTable } from "../tables/list-table.ts";

/** Columns as programs of further shops and offices write them. */
export const moreExports = [
  listTable(
    "wFirma (Polish)",
    `
    Identyfikator klienta | code | 1001 | 1002 | 1003
    Imię i nazwisko / Nazwa | first_name+last_name | Anna Kowalska | Piotr Zieliński | Ewa Mazur
    E-mail | email | anna@example.pl | piotr@example.pl | ewa@example.pl
    Numer telefonu | phone | +48 600 100 200 | +48 600 100 201 | +48 600 100 202
    Adres | street1 | ul. Krótka 5 | os. Wschód 7/2 | al. Jana Pawła II 44
    Kod pocztowy | postal_code | 40-001 | 62-800 | 15-111
    Miasto | city | Katowice | Kalisz | Białystok
    Kod kraju | country | PL | PL | PL
    PESEL | - | 84051212345 | 71113054321 | 95020398765
    Rabat % | - | 5 | 10 | 0
    Nr rachunku bankowego | - | 61109010140000071219812874 | 61109010140000071219812875 | 61109010140000071219812876
    Login | customer_username | annak | piotrz | ewam
    `,
  ),
  listTable(
    "a customer club (Swedish)",
    `
    Medlemsnummer | code | 700123 | 700124 | 700125
    Kundkortsnummer | card_number | 9752000001234 | 9752000001235 | 9752000001236
    Förnamn | first_name | Karin | Lars | Sofia
    Efternamn | last_name | Bergström | Nyström | Åkesson
    Födelsedatum | custom_date | 1971-04-22 | 1965-12-01 | 1988-09-17
    Mobilnummer | phone | 0701112233 | 0702223344 | 0703334455
    Mejl | email | karin@mail.se | lars@mail.se | sofia@mail.se
    Gatuadress | street1 | Kungsgatan 12 | Skolvägen 3B | Parkgatan 45
    Postadress | city | Malmö | Lund | Kalmar
    Postkod | postal_code | 21145 | 22350 | 39231
    Län | state | Skåne | Skåne | Kalmar
    Kön | - | K | M | K
    Poängsaldo | - | 150 | 0 | 980
    Medlem sedan | - | 2018-05-01 | 2019-06-02 | 2020-07-03
    `,
  ),
  listTable(
    "Visma (Swedish)",
    `
    Kundnummer | code | 1001 | 1002 | 1003
    Kundnamn | first_name+last_name | Gunilla Ek | Per Wallin | Åsa Hedlund
    Organisationsnummer/personnummer | - | 500101-1234 | 601212-2345 | 700303-3456
    Fakturaadress | street1 | Björkvägen 3 | Tallgatan 9 | Granstigen 1
    Fakturaadress postnummer | postal_code | 582 22 | 702 11 | 352 30
    Fakturaadress ort | city | Linköping | Örebro | Växjö
    Fakturaadress land | country | SE | SE | SE
    Kontaktperson | - |  |  | 
    Telefon | - | 013-123456 | 019-234567 | 0470-34567
    Mobiltelefon | phone | 0701234567 | 0702345678 | 0703456789
    E-postadress | email | gunilla@example.se | per@example.se | asa@example.se
    Betalningsvillkor | - | 30 dagar | 30 dagar | 10 dagar
    Rabatt | - | 0 | 5 | 0
    `,
  ),
  listTable(
    "a customer club (Danish)",
    `
    Kortnummer | card_number | 5708000012 | 5708000013 | 5708000014
    Fornavn(e) | first_name | Lone | Henrik | Birthe
    Efternavn | last_name | Madsen | Østergaard | Bæk
    Vejnavn | street1 | Søndergade | Elmevej | Bakkevænget
    Husnr. | street1 | 4 | 18 | 7B
    Etage/dør | street2 | 1. th |  | st.
    Postnummer og by | postal_code+city | 9000 Aalborg | 7100 Vejle | 6700 Esbjerg
    Mobil nr. | phone | 30112233 | 40112233 | 50112233
    E-mailadresse | email | lone@mail.dk | henrik@mail.dk | birthe@mail.dk
    Fødselsdato | custom_date | 1966-02-14 | 1959-08-03 | 1981-10-29
    Oprettet | - | 2020-01-02 | 2020-03-04 | 2021-05-06
    Nyhedsbrev | - | ja | nej | ja
    `,
  ),
  listTable(
    "Tripletex (Norwegian)",
    `
    Kundenummer | code | 10001 | 10002 | 10003
    Navn | first_name+last_name | Kari Nordmann | Ola Hansen | Ingrid Ødegård
    Organisasjonsnummer | - |  | 987654321 | 
    Telefon | - | 22334455 | 55667788 | 73441122
    Mobil | phone | 91234567 | 92345678 | 93456789
    Epost | email | kari@example.no | ola@example.no | ingrid@example.no
    Postadresse - linje 1 | street1 | Storgata 1 | Fjellveien 22 | Havnegata 7
    Postadresse - linje 2 | street2 |  | Leil. 302 | 
    Postadresse - postnummer | postal_code | 0155 | 5019 | 7010
    Postadresse - sted | city | Oslo | Bergen | Trondheim
    Postadresse - land | country | Norge | Norge | Norge
    Forretningsadresse - linje 1 | - |  | Torget 1 | 
    Forretningsadresse - postnummer | - |  | 5014 | 
    Forretningsadresse - sted | - |  | Bergen | 
    `,
  ),
  listTable(
    "PowerOffice (Norwegian)",
    `
    Kundenr | code | 20001 | 20002 | 20003
    Fornavn | first_name | Silje | Geir | Astrid
    Etternavn | last_name | Bakken | Dahl | Øien
    Er privatperson | - | Ja | Ja | Ja
    Fødselsdato | custom_date | 12.05.1980 | 30.11.1975 | 02.01.1990
    E-postadresse | email | silje@example.no | geir@example.no | astrid@example.no
    Mobilnummer | phone | 90112233 | 90223344 | 90334455
    Fakturaadresse 1 | street1 | Bjørkeveien 2 | Torggata 11 | Strandgata 5
    Fakturaadresse 2 | street2 |  |  | c/o Hansen
    Fakturaadresse postnr | postal_code | 2317 | 4610 | 6002
    Fakturaadresse poststed | city | Hamar | Kristiansand | Ålesund
    Fakturaadresse landkode | country | NO | NO | NO
    Fordelskort | card_number | 9578001 | 9578002 | 9578003
    Sist endret | - | 2024-01-02 | 2024-02-03 | 2024-03-04
    `,
  ),
  listTable(
    "MoySklad (Russian)",
    `
    Наименование | first_name+last_name | Орлова Марина Андреевна | Зайцев Игорь Львович | Громова Вера Павловна
    Код | code | 00101 | 00102 | 00103
    Телефон | phone | +7 916 111-22-33 | +7 921 222-33-44 | +7 912 333-44-55
    E-mail | email | orlova@mail.ru | zaicev@mail.ru | gromova@mail.ru
    Фактический адрес | street1 | г. Москва, ул. Тверская, 1 | г. Псков, ул. Мира, 2 | г. Томск, пр. Кирова, 3
    Номер дисконтной карты | card_number | 55001 | 55002 | 55003
    Дата рождения | custom_date | 12.05.1980 | 30.11.1975 | 02.01.1990
    Пол | - | Женский | Мужской | Женский
    Группы | - | розница | розница | опт
    Баланс | - | 0,00 | 100,00 | 0,00
    Накопленная сумма | - | 1200 | 300 | 0
    Архивный | - | нет | нет | нет
    `,
  ),
  listTable(
    "EC-CUBE (Japanese)",
    `
    会員ID | code | 1 | 2 | 3
    お名前(姓) | last_name | 高橋 | 田中 | 伊藤
    お名前(名) | first_name | 健太 | 美咲 | 翔
    お名前(フリガナ・姓) | - | タカハシ | タナカ | イトウ
    お名前(フリガナ・名) | - | ケンタ | ミサキ | ショウ
    会社名 | - |  | 株式会社サンプル | 
    郵便番号1 | postal_code | 150 | 220 | 810
    郵便番号2 | postal_code | 0001 | 0012 | 0001
    都道府県名 | state | 東京都 | 神奈川県 | 福岡県
    住所1 | street1 | 渋谷区神宮前 | 横浜市西区 | 福岡市中央区
    住所2 | street2 | 1-2-3 | 4-5-6 | 7-8-9
    お電話番号 | phone | 09012345678 | 08023456789 | 07034567890
    メールアドレス | email | takahashi@example.com | tanaka@example.com | ito@example.com
    誕生日 | custom_date | 1985-04-01 | 1992-07-15 | 1978-12-24
    職業 | - | 会社員 | 学生 | 主婦
    登録日時 | - | 2020-01-02 10:00:00 | 2021-03-04 11:00:00 | 2022-05-06 12:00:00
    `,
  ),
  listTable(
    "AirREGI (Japanese)",
    `
    顧客番号 | code | 000001 | 000002 | 000003
    顧客名(姓) | last_name | 渡辺 | 小林 | 加藤
    顧客名(名) | first_name | 直樹 | 由美 | 大輔
    顧客名カナ(姓) | - | ワタナベ | コバヤシ | カトウ
    顧客名カナ(名) | - | ナオキ | ユミ | ダイスケ
    性別 | - | 男性 | 女性 | 男性
    生年月日 | custom_date | 1980-05-12 | 1975-11-30 | 1990-01-02
    電話番号(携帯) | phone | 090-1111-2222 | 080-3333-4444 | 070-5555-6666
    電話番号(自宅) | - | 03-1111-2222 | 06-3333-4444 | 
    メールアドレス | email | naoki@example.jp | yumi@example.jp | dai@example.jp
    郵便番号 | postal_code | 160-0022 | 604-8001 | 980-0021
    都道府県 | state | 東京都 | 京都府 | 宮城県
    市区町村・番地 | street1 | 新宿区新宿1-2-3 | 京都市中京区木屋町4 | 仙台市青葉区中央5-6
    建物名・部屋番号 | street2 | 新宿ビル5F |  | 
    会員カードNo. | card_number | 45001 | 45002 | 45003
    来店回数 | - | 5 | 2 | 9
    `,
  ),
  listTable(
    "a web shop (Japanese)",
    `
    顧客ID | code | 1 | 2 | 3
    苗字 | last_name | 山田 | 佐藤 | 鈴木
    名前 | first_name | 花子 | 健 | 愛
    Eメール | email | hanako@example.jp | ken@example.jp | ai@example.jp
    携帯電話 | phone | 09012345678 | 08023456789 | 07034567890
    自宅電話 | - | 0312345678 | 0623456789 | 0523456789
    国 | country | 日本 | 日本 | 日本
    都道府県 | state | 東京都 | 大阪府 | 愛知県
    市町村 | city | 千代田区 | 大阪市 | 名古屋市
    番地 | street1 | 千代田1-1 | 梅田2-3-4 | 栄5-6
    建物名 | street2 | サンプルビル |  | ハイツ101
    年齢 | - | 44 | 49 | 34
    会員ランク | - | A | B | A
    `,
  ),
  listTable(
    "headers in two languages (Chinese)",
    `
    客户编号 Customer No. | code | C1 | C2 | C3
    姓名 Name | first_name | 王小明 | 李丽 | 张伟
    手机 Mobile | phone | 13812345678 | 13923456789 | 13734567890
    邮箱 Email | email | wang@qq.com | li@163.com | zhang@126.com
    地址 Address | street1 | 建国路1号 | 世纪大道2号 | 体育西路3号
    城市 City | city | 北京 | 上海 | 广州
    国家 Country | country | 中国 | 中国 | 中国
    `,
  ),
  listTable(
    "SHOPLINE (Chinese of Taiwan)",
    `
    顧客 ID | code | 1 | 2 | 3
    全名 | first_name | 吳佳穎 | 蔡宗翰 | 許雅婷
    電郵 | email | wu@example.tw | tsai@example.tw | hsu@example.tw
    手機 | phone | 0911222333 | 0922333444 | 0933444555
    性別 | - | 女 | 男 | 女
    出生日期 | custom_date | 1980-05-12 | 1975-11-30 | 1990-01-02
    地址 1 | street1 | 忠孝東路一段1號 | 公益路2號 | 中正路3號
    地址 2 | street2 | 3樓 |  | 
    城市 | city | 台北市 | 台中市 | 台南市
    地區/州/省份 | state | 中正區 | 西區 | 中西區
    郵政編號(如適用) | postal_code | 100 | 403 | 700
    國家/地區 | country | 台灣 | 台灣 | 台灣
    會員級別 | - | 金卡 | 銀卡 | 金卡
    會員卡號碼 | card_number | 90001 | 90002 | 90003
    購物金餘額 | - | 100 | 0 | 50
    `,
  ),
  listTable(
    "RemOnline (Ukrainian)",
    `
    ID клієнта | code | 1 | 2 | 3
    Прізвище | last_name | Шевченко | Коваленко | Ткачук
    Ім'я | first_name | Олена | Андрій | Юлія
    По батькові | - | Іванівна | Петрович | Олегівна
    Телефон | phone | 0501112233 | 0672223344 | 0633334455
    Електронна пошта | email | olena@ukr.net | andriy@ukr.net | yulia@ukr.net
    Дата народження | custom_date | 12.05.1980 | 30.11.1975 | 02.01.1990
    Адреса | street1 | вул. Хрещатик 1 | вул. Сумська 2 | пр. Свободи 3
    Місто | city | Київ | Харків | Львів
    Область | state | Київська | Харківська | Львівська
    Поштовий індекс | postal_code | 01001 | 61000 | 79000
    Країна | country | Україна | Україна | Україна
    Номер картки | card_number | 48001 | 48002 | 48003
    Знижка | - | 5 | 10 | 0
    `,
  ),
  listTable(
    "a store (Hungarian)",
    `
    Vevőkód | code | V1 | V2 | V3
    Vezetéknév | last_name | Nagy | Kovács | Szőke
    Keresztnév | first_name | Ágnes | István | Tünde
    Születési dátum | custom_date | 1980.05.12 | 1975.11.30 | 1990.01.02
    Telefonszám | phone | 06301234567 | 06202345678 | 06703456789
    E-mail cím | email | agnes@pelda.hu | istvan@pelda.hu | tunde@pelda.hu
    Irányítószám | postal_code | 1051 | 4024 | 6720
    Település | city | Budapest | Debrecen | Szeged
    Utca, házszám | street1 | Fő utca 1. | Piac u. 2/B | Tisza krt. 33.
    Megye | state | Pest | Hajdú-Bihar | Csongrád
    Ország | country | Magyarország | Magyarország | Magyarország
    Törzsvásárlói kártyaszám | card_number | 5990001 | 5990002 | 5990003
    Megjegyzés | - |  |  | 
    `,
  ),
  listTable(
    "a store (Romanian)",
    `
    Cod client | code | 1 | 2 | 3
    Nume | last_name | Popescu | Ionescu | Stănescu
    Prenume | first_name | Andreea | Mihai | Ștefan
    Telefon | phone | 0722111222 | 0733222333 | 0744333444
    Email | email | andreea@exemplu.ro | mihai@exemplu.ro | stefan@exemplu.ro
    Data nașterii | custom_date | 12.05.1980 | 30.11.1975 | 02.01.1990
    Adresă | street1 | Str. Florilor 1 | Bd. Unirii 22 | Calea Victoriei 3
    Localitate | city | București | Cluj-Napoca | Iași
    Județ | state | București | Cluj | Iași
    Cod poștal | postal_code | 010101 | 400001 | 700001
    Țară | country | România | România | România
    Card fidelitate | card_number | 594001 | 594002 | 594003
    CNP | - | 2800512123456 | 1751130123456 | 1900102123456
    `,
  ),
  listTable(
    "a store (Greek)",
    `
    Κωδικός πελάτη | code | 1 | 2 | 3
    Επώνυμο | last_name | Παπαδόπουλος | Γεωργίου | Νικολάου
    Όνομα | first_name | Γιάννης | Ελένη | Κώστας
    Κινητό | phone | 6971234567 | 6982345678 | 6943456789
    Τηλέφωνο | - | 2101234567 | 2310234567 | 2610345678
    Email | email | giannis@example.gr | eleni@example.gr | kostas@example.gr
    Διεύθυνση | street1 | Ερμού 1 | Τσιμισκή 22 | Κορίνθου 3
    Πόλη | city | Αθήνα | Θεσσαλονίκη | Πάτρα
    Τ.Κ. | postal_code | 10563 | 54624 | 26221
    Νομός | state | Αττικής | Θεσσαλονίκης | Αχαΐας
    Ημερομηνία γέννησης | custom_date | 12/05/1980 | 30/11/1975 | 02/01/1990
    Αριθμός κάρτας | card_number | 52001 | 52002 | 52003
    ΑΦΜ | - | 123456789 | 234567890 | 345678901
    `,
  ),
];
