import { expect, test } from "vitest";
import { workbook } from "./flat-workbook.ts";
import { codes, judge } from "./judged.ts";

const cards = "7000001,Ann,Lake,12\n7000002,Ben,Hill,5\n";

test.each([
  ["Points,Card,First Name,Last Name\n12,7000001,Ann,Lake\n5,7000002,Ben,Hill\n17,,,Total\n", 4],
  [
    "Saldo;Karte;Vorname;Nachname\n12,00;7000001;Ann;Lake\n5,00;7000002;Ben;Hill\n17,00;;Summe\n",
    4,
  ],
  [`Card,First Name,Last Name,Points\n${cards}17,,,Razem\n`, 4],
  ["Card,First Name,Last Name,Points\n7000001,Ann,Lake,12\n7000002,Ben,Hill,5\n,,Ø,8.5\n", 4],
  ["Name;Punkte;Telefon\nAnn Lake;12;0305550101\nBen Hill;5;0305550102\nGesamtguthaben;17;\n", 4],
  ["Κάρτα;Όνομα;Επώνυμο;Πόντοι\n7000001;Άννα;Λίμνη;12\n7000002;Νίκος;Βουνός;5\nΣύνολο;;;17\n", 4],
  [
    "会員番号,氏名,電話番号\n7000001,山本 花,09011112222\n7000002,鈴木 一,09011113333\n【合計】2名,,\n",
    4,
  ],
])("a sum is no customer, whatever stands before its word: %j", async (list, row) => {
  const judged = await judge(list);
  expect(judged.leftOut).toEqual([row]);
  expect(judged.sent).toEqual([2, 3]);
});

test.each([
  [
    "Картка;Імʼя;Прізвище;Бали\n7000001;Ганна;Озерна;12\n7000002;Петро;Гірський;5\nРазом;;;17\nВсього клієнтів: 2;;;\n",
  ],
  [
    "Κάρτα;Όνομα;Επώνυμο\n7000001;Άννα;Λίμνη\n7000002;Νίκος;Βουνός\nΣύνολο;;2\nΗμερομηνία εκτύπωσης: 06/01/2024;;\n",
  ],
  [
    "卡号,姓名,手机\n7000001,王芳,13800138001\n7000002,李强,13800138002\n制表人：王经理,,\n制表日期：2024年1月6日,,\n",
  ],
  ["Email\nann@example.com\nben@example.com\nUnsubscribed on request: 3\nOn hold: 1\n"],
])("a note below another note or total is one too: %j", async (list) => {
  const judged = await judge(list);
  expect(judged.sent).toEqual([2, 3]);
  expect(judged.leftOut).toEqual([4, 5]);
});

test("a form's own words to who fills it in are no customer", async () => {
  const judged = await judge(
    "Card,First Name,Last Name,Email\nYour card no.,Your first name,Your last name,you@example.com\n7000001,Ann,Lake,ann@example.com\n7000002,Ben,Hill,ben@example.com\n",
  );
  expect(judged.leftOut).toEqual([2]);
});

test("what a form says of all its columns alike is no customer", async () => {
  const judged = await judge(
    "Respondent,First Name,Last Name,Email\n,Open-Ended Response,Open-Ended Response,Open-Ended Response\n1,Ann,Lake,ann@example.com\n2,Ben,Hill,ben@example.com\n",
  );
  expect(judged.leftOut).toEqual([2]);
  expect(codes(judged)).toEqual(["rows-are-template"]);
});

test.each([
  [
    "firms behind a number",
    "Points,Card,Company,Phone\n12,1001,Total Wine,555010101\n5,1002,Lake Sum & Sons,\n",
  ],
  [
    "schools and trade unions",
    "Name,Points,Phone\nGesamtschule Jena,12,036415550101\nAnn Lake,5,\n",
  ],
  ["one word in all cells", "First Name,Last Name,Email\nTest,Test,test@example.com\nAnn,Lake,\n"],
  ["addresses alone", "Email\nann@example.com\nmailto:ben@example.com\n"],
  [
    "codes that are words for sums and numbers",
    "Card,First Name,Points\nSUM 12,Ann,4\nSUM 13,,5\n",
  ],
  ["names that begin so", "First Name,Last Name,Card\nYour,Lake,7000001\nSu,Hill,7000002\n"],
  ["codes of words", "Card,First Name\nHERON one,Ann\nSWAN two,Ben\nTEAL three,Cat\n"],
])("nothing is told of %s", async (_, list) => {
  const judged = await judge(list);
  expect(codes(judged).filter((code) => code.startsWith("row"))).toEqual([]);
  expect(judged.leftOut).toEqual([]);
});

test("statements of a database are named in the refusal", async () => {
  const statements =
    "-- customers\nINSERT INTO customers (card, first_name) VALUES\n(7000001, 'Ann'),\n(7000002, 'Ben');\n";
  await expect(judge(statements)).rejects.toMatchObject({
    code: "file-format-unsupported",
    params: { what: "SQL" },
  });
  const list = await judge("Insert,First Name,Card\nyes,Ann,7000001\nno,Ben,7000002\n");
  expect(list.sent).toEqual([2, 3]);
});

test("in a workbook a word behind an amount in the first column is a total", async () => {
  const head = ["Card", "First Name", "Last Name", "Points"];
  const people = [1, 2, 3].map((at) => [`700000${at}`, "Ann", "Lake", `${at}`]);
  const judged = await judge(workbook(["Customers", head, ...people, ["6", "", "", "Total"]]), {
    name: "list.fods",
  });
  expect(judged.leftOut).toEqual([5]);
});
