import { describe, expect, test } from "vitest";
import { expectTable, fieldsOf, propose } from "../tables/expect-table.ts";
import { documentedExports } from "./documented-exports.ts";
import { furtherExports } from "./further-exports.ts";
import { furtherLists } from "./further-lists.ts";
import { moreExports } from "./more-exports.ts";

/** `field transforms` of each field that a column's names go to. */
function partsOf(header: string, values: readonly string[]): readonly string[] {
  const mapping = propose(
    [header],
    values.map((value) => [value]),
  );
  return mapping.map(({ field, transforms: [split] }) =>
    split?.kind === "split" ? `${field} ${split.by} ${split.take}` : field,
  );
}

describe("headers in further languages", () => {
  test.each(furtherLists.map((list) => [list.name, list] as const))(
    "are proposed in a list that is %s",
    (_, list) => expectTable(list),
  );

  test.each(
    [...documentedExports, ...furtherExports, ...moreExports].map(
      (list) => [list.name, list] as const,
    ),
  )("are proposed in the export of %s", (_, list) => expectTable(list));

  test.each([
    ["氏名", ["山田 太郎", "鈴木　花子"]],
    ["Name", ["山田 太郎", "鈴木 花子"]],
    ["성명", ["김 철수", "이 영희"]],
    ["ФИО", ["Иванов Иван Иванович", "Петрова Анна"]],
    ["Клиент", ["Иванов Иван Иванович", "Петрова Анна Сергеевна"]],
    ["Nazwisko i imię", ["Kowalska Anna", "Nowak Piotr"]],
    ["Příjmení a jméno", ["Novák Jan", "Malá Eva"]],
  ])("tell that the family name stands in front: %s", (header, values) => {
    expect(partsOf(header, values)).toEqual(["first_name blank rest", "last_name blank first"]);
  });

  test.each([
    ["Имя и фамилия", ["Иван Иванов", "Анна Петрова"]],
    ["Imię i nazwisko", ["Anna Kowalska", "Piotr Nowak"]],
    ["Ad Soyad", ["Ayşe Yılmaz", "Mehmet Demir"]],
    ["氏名", ["Taro Yamada", "Hanako Suzuki"]],
  ])("tell that the given name stands in front: %s", (header, values) => {
    expect(partsOf(header, values)).toEqual(["first_name blank first", "last_name blank rest"]);
  });

  test.each(["姓名", "氏名", "이름", "Name"])("leave a name without blanks whole: %s", (header) => {
    const names = header === "이름" ? ["김철수", "이영희"] : ["王小明", "山田太郎"];
    const mapping = propose(
      [header],
      names.map((name) => [name]),
    );
    expect(mapping).toEqual([
      { field: "first_name", columns: [0], confidence: "unsure", transforms: [] },
    ]);
  });

  test.each([
    ["Kraj", "country", ["Telefon", "Miasto", "Kod pocztowy"], ["Polska", "Niemcy"]],
    ["Kraj", "state", ["Příjmení", "Město", "PSČ"], ["Jihomoravský", "Plzeňský"]],
    ["Stat", "country", ["Příjmení", "Město", "PSČ"], ["Česko", "Slovensko"]],
    ["CEP", "phone", ["Soyadı", "Müşteri No", "Adres"], ["0532 123 45 67", "0542 123 45 67"]],
    ["CEP", "postal_code", ["Sobrenome", "Cidade", "Endereço"], ["01000-000", "20000-000"]],
    ["By", "city", ["Efternavn", "Postnr", "Adresse"], ["Aarhus", "Odense"]],
    ["By", "-", ["First name", "Email", "Phone"], ["Anna", "Bob"]],
    ["Il", "city", ["Soyadı", "Müşteri No", "Adres"], ["Ankara", "İzmir"]],
    ["縣市", "city", ["姓名", "手機", "地址"], ["台北市", "台中市"]],
  ])("mean what the list's language means: %s is %s beside %s", (header, field, others, values) => {
    const headers = [...others, header];
    const rows = values.map((value) => [...others.map(() => ""), value]);
    expect(fieldsOf(propose(headers, rows), others.length)).toBe(field);
  });

  test("with signs of full width, brackets of their own and remarks", () => {
    const headers = [
      "【必須】ＴＥＬ",
      "氏名（漢字）",
      "ﾒｰﾙｱﾄﾞﾚｽ",
      "会員Ｎｏ．",
      "お客様の生年月日(西暦)",
    ];
    expect(propose(headers).map(({ field, columns }) => `${field} ${columns}`)).toEqual([
      "phone 0",
      "first_name 1",
      "last_name 1",
      "email 2",
      "code 3",
      "custom_date 4",
    ]);
  });

  test.each(
    `Full address, Vollständige Adresse, Adresse complète, Dirección completa, Indirizzo completo,
     Volledig adres, Endereço completo, Pełny adres, Полный адрес, Celá adresa, Açık adres,
     Adreça completa, 전체주소, 完整地址, Hela adressen, Full adresse, Fuld adresse, Koko osoite`
      .split(",")
      .map((header) => header.trim()),
  )("say that a whole address stands in one column: %s", (header) => {
    const rows = [["Polna 5, 00-950"], ["Długa 12, 31-021"]];
    expect(fieldsOf(propose([header], rows), 0)).toBe("street1");
  });

  test("name the parts of one address, each with a number", () => {
    const headers = [
      ...[
        "郵便番号（ハイフンなし）",
        "住所1（都道府県）",
        "住所2（市区町村）",
        "住所3（番地）",
        "住所4（建物名）",
      ],
      "郵便番号・住所",
    ];
    const rows = [["1500001", "東京都", "渋谷区", "1-2-3", "ハイツ", "150 渋谷"]];
    const mapping = propose(headers, rows);
    expect(headers.map((_, at) => fieldsOf(mapping, at))).toEqual([
      ...["postal_code", "state", "city", "street1", "street2"],
      "-",
    ]);
  });

  test("of readings, dates of other things, orders and consents are left alone", () => {
    const headers = [
      ...[
        "フリガナ(姓)",
        "氏名カナ",
        "ふりがな",
        "登録日",
        "最終購入日",
        "累計購入金額",
        "会社名",
        "FAX番号",
      ],
      ...[
        "昵称",
        "注册日期",
        "最近消费时间",
        "收货地址",
        "收货人",
        "公司名称",
        "积分余额",
        "会员状态",
      ],
      ...[
        "닉네임",
        "가입일",
        "최종구매일",
        "배송지 주소",
        "적립금",
        "회사명",
        "결혼기념일",
        "수신동의",
      ],
      ...["Adres dostawy", "Data rejestracji", "NIP", "Kod rabatowy", "Imieniny", "Telefon firmy"],
      ...["Leveringsadresse", "Leveranspostnummer", "Orgnr", "Senaste besök", "Saldo", "Ordernr"],
      ...[
        "Toimitusosoite",
        "Nimipäivä",
        "Y-tunnus",
        "Viimeisin käynti",
        "Henkilötunnus",
        "Lahjakortti",
      ],
      ...[
        "Doručovací adresa",
        "DIČ",
        "Poslední nákup",
        "Svátek",
        "Rodné číslo",
        "Číslo objednávky",
      ],
      ...["Teslimat adresi", "Vergi No", "TC Kimlik No", "Evlilik Tarihi", "Son Alışveriş", "Puan"],
      ...["Адрес доставки", "ИНН", "Дата последнего визита", "Номер заказа", "Отчество", "Баланс"],
      ...["Adreça d'enviament", "NIF", "Data d'alta", "Darrera visita", "Saldo de punts"],
    ];
    const proposed = propose(headers).flatMap(({ columns }) => columns.map((at) => headers[at]));
    expect(proposed).toEqual([]);
  });
});
