import { isEmail } from "../../../common/email-shape.ts";
import { plainLetters } from "../../../common/plain-letters.ts";
import type { SourceRow } from "../source.ts";

/** Titles and notes above the headers go no further down. */
const LOOK_ROWS = 50;

/** Words of column headers, in the languages lists come in, in plain letters: a line for each idea. */
const HEADER_IDEAS: readonly string[] = [
  "email mail correo courriel epost eposta mejl sahkoposti correu почта почты",
  "name nombre nome naam nom namn navn nimi jmeno imie isim имя фио adi",
  "first vorname prenom voornaam fornavn fornamn etunimi",
  "last surname apellido apellidos cognome sobrenome nachname achternaam nazwisko efternamn efternavn etternavn sukunimi prijmeni soyad soyadi cognom cognoms фамилия",
  "phone mobile tel telefono telefon telefone telephone telefoon movil celular handy telefonu telefonnummer telefonnr handynummer rufnummer puhelin matkapuhelin mobil mobilnummer mobilnr mobiltelefon tlf cep gsm телефон тел",
  "code codigo codice kod kodu codi код",
  "card tarjeta carte karte cartao carta tessera kaart karta karty kort kortnummer kartennummer kartennr kaartnummer kortti kart targeta карта карты",
  "id number numero nummer kundennummer mitgliedsnummer mitgliedsnr klantnummer lidnummer numer cislo nro numarasi номер kundnummer kundenummer kundnr kundenr asiakasnumero medlemsnummer",
  "customer client cliente clienti kunde klant klient klienta kund asiakas zakaznik zakaznika musteri клиент клиента",
  "address direccion adresse anschrift endereco indirizzo adres adress adresa osoite adreca адрес gatuadress gateadresse katuosoite lahiosoite",
  "street calle rue strasse strase via straat ulica ulice gata gade gate katu sokak carrer улица",
  "city ciudad ville stadt ort cidade citta plaats miasto miejscowosc mesto postort poststed kaupunki postitoimipaikka sehir ilce ciutat poblacio город",
  "state province provincia wojewodztwo fylke maakunta область регион",
  "zip postal postcode plz cap pocztowy postnummer postnr postinumero psc индекс",
  "country pais pays land paese kraj panstwo zeme maa ulke страна",
  "birth birthday dob naissance nacimiento urodzenia narozeni fodelsedatum fodelsedag fodselsdato fodselsdag syntymaaika syntymapaiva dogum naixement рождения",
  "date fecha datum data dato paivamaara tarih tarihi дата",
  "note notes uwagi poznamka anteckning huomautus комментарий примечание",
  "point points puntos punkty poang poeng pisteet puan punts баллы",
  "balance saldo",
];
/** The same ideas where words are written without blanks: parts of a header, in the same order. */
const PARTS: readonly string[] = [
  "メール 邮箱 邮件 郵件 電郵 电邮 信箱 이메일 메일",
  "氏名 名前 姓名 会員名 顧客名 이름 성명 성함 고객명 회원명 名字",
  "ファーストネーム",
  "苗字 姓氏 ラストネーム",
  "電話 携帯 电话 手机 手機 전화 휴대 핸드폰 연락처",
  "コード 编码 代码 代碼 코드",
  "カード 卡号 卡號 카드",
  "番号 编号 編號 번호 号码 號碼",
  "顧客 会員 お客様 客户 客戶 会员 會員 고객 회원",
  "住所 地址 주소",
  "番地 街道",
  "市区町村 城市 縣市 도시",
  "都道府県 省份 시도",
  "郵便 邮编 邮政 郵遞 우편",
  "国名 国家 國家 국가",
  "生年月日 誕生日 生日 出生 생일 생년월일",
  "日付 登録日 日期 날짜 가입일",
  "備考 备注 備註 비고 메모",
  "ポイント 积分 點數 積分 포인트",
  "残高 余额 餘額 잔액",
];
const IDEA_OF: ReadonlyMap<string, number> = new Map(
  HEADER_IDEAS.flatMap((words, idea) => words.split(" ").map((word) => [word, idea] as const)),
);
const IDEA_OF_PART: readonly (readonly [string, number])[] = PARTS.flatMap((parts, idea) =>
  parts.split(" ").map((part) => [plainLetters(part), idea] as const),
);
/** Scripts without blanks begin here, in the order of Unicode: CJK, kana, Hangul and its letters. */
const WITHOUT_BLANKS = /[\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7AF]/u;
/** `Geburtstag`, `Geburtsdatum`. */
const HEADER_BEGINNING = "geburts";
/** What is longer is no header. */
const MAX_HEADER = 120;

/** A value shows what it is in its beginning. */
const MAX_VALUE = 500;
const VALUE_LIKE = [
  /^[-+]?[\d.,\s]+%?$/,
  /^\d{4}-\d{2}-\d{2}/,
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/,
  /^[+(]?\d[\d\s()./-]{5,}$/,
  /^(?:TRUE|FALSE)$/,
];

export const DAY_OR_YEAR =
  /^(?:(?:19|20)\d\d(?:-\d\d?(?:-\d\d?)?)?|\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2})$/;

/**
 * The 1-based row that names the columns: the first one that is about as wide as the list and
 * holds distinct words rather than values; titles and blank rows above it are passed over.
 * The first row that is used where none looks like headers; 1 in an empty sheet. Where a customer
 * stands above it, an odd customer is no header row: only words of headers make one then.
 */
export function proposeHeaderRow(rows: readonly SourceRow[]): number {
  const used = rows.filter((row) => filled(row).length > 0);
  const first = used[0];
  if (first === undefined) return 1;
  const width = Math.max(...used.map((row) => filled(row).length));
  const candidates = used.filter((row) => row.number < first.number + LOOK_ROWS);
  const likely = candidates.filter((row) => looksLikeHeaders(row, width));
  const certain = likely.find((row) => headerWords(row) >= 0.5);
  if (certain !== undefined) return certain.number;
  // Headers without a row below them are none; only words of headers say otherwise.
  const last = used.length > 1 ? used.at(-1) : undefined;
  const bare = candidates.find((row) => row !== last && isWide(row, width) && isCustomer(row));
  const above = likely.filter((row) => bare === undefined || row.number < bare.number);
  const named = above.find((row) => headerWords(row) >= 0.25);
  return (named ?? above[0] ?? bare ?? first).number;
}

/** A date, a number, an e-mail address, a phone number: nothing that names a column. */
export function isValueLike(cell: string): boolean {
  const value = cell.slice(0, MAX_VALUE).trim();
  return isEmail(value) || VALUE_LIKE.some((shape) => shape.test(value));
}

function filled(row: SourceRow): string[] {
  return row.cells.filter((cell) => cell.trim() !== "");
}

function looksLikeHeaders(row: SourceRow, width: number): boolean {
  if (!isWide(row, width)) return false;
  const cells = filled(row);
  if (areWordsBeforeDays(cells)) return true;
  if ((row.marks?.size ?? 0) > cells.length * 0.4) return false;
  const words = cells.filter((cell) => !isValueLike(cell));
  if (words.some((cell) => cell.length > MAX_HEADER)) return false;
  return words.length >= cells.length * 0.6;
}

/** `Card Number | First Name | 2024-01-01 | 2024-02-01`: a column for each month or day. */
export function areWordsBeforeDays(cells: readonly string[]): boolean {
  const days = cells.findIndex((cell) => DAY_OR_YEAR.test(cell.trim()));
  if (days < 2 || !cells.slice(days).every((cell) => DAY_OR_YEAR.test(cell.trim()))) return false;
  return cells.slice(0, days).every((cell) => !isValueLike(cell) && holdsHeaderWord(cell));
}

function isWide(row: SourceRow, width: number): boolean {
  return filled(row).length >= Math.max(1, width * 0.5);
}

/** An e-mail address, or hardly any words: such a row names no columns. */
function isCustomer(row: SourceRow): boolean {
  const cells = filled(row);
  const values = cells.filter(isValueLike).length;
  return cells.some((cell) => isEmail(cell.trim())) || values > cells.length * 0.6;
}

function headerWords(row: SourceRow): number {
  const cells = filled(row);
  return cells.filter(holdsHeaderWord).length / cells.length;
}

export function holdsHeaderWord(cell: string): boolean {
  return (
    ideasOf(cell).length > 0 || wordsOf(cell).some((word) => word.startsWith(HEADER_BEGINNING))
  );
}

const DIGITS_UNDER: ReadonlySet<number> = new Set([4, 6, 13, 18]);
const LETTERS_UNDER: ReadonlySet<number> = new Set([1, 2, 3, 11, 14]);

/** What a header's words promise of its values; null where they leave it open. */
export function promisedForm(cell: string): "mail" | "digits" | "letters" | null {
  const ideas = ideasOf(cell);
  if (ideas.includes(0)) return "mail";
  if (ideas.some((idea) => DIGITS_UNDER.has(idea))) return "digits";
  return ideas.some((idea) => LETTERS_UNDER.has(idea)) ? "letters" : null;
}

const OF_PEOPLE: ReadonlySet<number> = new Set([0, 2, 3, 4, 6, 8, 15]);
const NAME = 1;
/** Of more words is a sentence, in which such words may stand as well. */
const MOST_WORDS = 3;

/** How many ideas of what is kept of people the headers name: addresses, numbers, names of theirs. */
export function ideasOfPeople(cells: readonly string[]): number {
  const short = cells.filter((cell) => wordsOf(cell).length <= MOST_WORDS);
  return new Set(short.flatMap(ideasOf).filter((idea) => OF_PEOPLE.has(idea))).size;
}

/** `Name`, `Nome`: a column of names, of whatever has one. */
export function namesSomebody(cell: string): boolean {
  return wordsOf(cell).length <= MOST_WORDS && ideasOf(cell).includes(NAME);
}

/** Whether two headers say the same in other words, as in two languages: `Apellido`, `Last Name`. */
export function isTranslation(cell: string, other: string): boolean {
  const words = new Set(wordsOf(cell));
  return !wordsOf(other).some((word) => words.has(word)) && shareIdea(cell, other);
}

/** Whether a short text says what a header says, if in other words: `Card No.` under `Card Number`. */
export function saysTheSame(cell: string, header: string): boolean {
  return wordsOf(cell).length <= MOST_WORDS && shareIdea(cell, header);
}

function shareIdea(cell: string, other: string): boolean {
  const ideas = new Set(ideasOf(cell));
  return ideasOf(other).some((idea) => ideas.has(idea));
}

function ideasOf(cell: string): readonly number[] {
  return wordsOf(cell).flatMap((word) => {
    const idea = IDEA_OF.get(word);
    if (idea !== undefined) return [idea];
    if (!WITHOUT_BLANKS.test(word)) return [];
    return IDEA_OF_PART.filter(([part]) => word.includes(part)).map(([, each]) => each);
  });
}

function wordsOf(cell: string): readonly string[] {
  return plainLetters(cell.slice(0, MAX_HEADER)).match(/\p{L}+/gu) ?? [];
}
