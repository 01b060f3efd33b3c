import { plainLetters } from "../../../common/plain-letters.ts";
import { isRowCount } from "./row-counts.ts";

/** Words for a sum, in the languages lists come in, in plain letters. */
const BEGINS_TOTAL =
  /^(?:grand total|(?:net|sum|page|report|overall|running) totals?|overall|median|(?:balance )?(?:carried|brought) forward|sub[- ]?total(?:e|es|s)?|total(?:e|es|s)?(?: general| generale| geral)?|totaux|(?:montant|importe|monto|importo|valor|suma) total(?:e)?|cumul|gesamt(?:punkt|guthaben|wert|stand|mitglied|kunden|besuch|bestell)\p{L}*|\p{L}{3,}(?:summe|totaal)|(?:gesamt|zwischen|end|netto|brutto)(?:summe|ergebnis|betrag|umsatz|zahl|anzahl|punkte|saldo)|gesamt|insgesamt|ubertrag|summe|ergebnis|endsumme|sous[- ]total|somme|suma|soma|somma|(?:eind|sub)?totaal|som|sum|razem|lacznie|ogolem|(?:del)?summa|sammanlagt|totalt|i alt|delsum|(?:vali)?summa|yhteensa|celkem|soucet|mezisoucet|(?:genel |ara )?toplam|itogo|(?:общий )?итого?|всего|усього|загалом|разом всього|разом|συνολο|συνολικα|(?:mind)?osszesen|(?:veg)?osszeg|(?:総)?合計|小計|総計|合计|小计|总计|總計|總和|(?:총)?합계|총계|소계|average|avg|maximum|minimum|durchschnitt|mittelwert|moyenne|promedio|gemiddelde?|srednia|prumer|genomsnitt|medelvarde|gjennomsnitt|gennemsnit|keskiarvo|ortalama|среднее|平均|평균)(?![\p{L}\p{N}])/u;

/** What reports write below or between their rows. */
const NOTES: readonly RegExp[] = [
  // `\.`: what a database's copy ends with.
  /^\\$/u,
  /^(?:copyright\b|\(c\) ?\d|©)/u,
  /^(?:https?:\/\/|www\.)\S+$/u,
  /^(?:\(|\.{2,} ?)?(?:continued|cont['’]?d) (?:on|from|overleaf)\b|^suite (?:a la |de la |en )?(?:page|p\.)|^fortsetzung (?:\p{L}+ )?(?:nachste|folgende|seite|s\.|folgt)|^(?:continua|sigue|segue) (?:en|na|nella|alla|a) (?:la |proxima |pagina|p\.)|^vervolg (?:op|van|zie)\b|^(?:ciag dalszy|cd\.?) (?:na|ze|nastapi)\b|^(?:fortsattning|fortsaettelse|fortsaettes|fortsetter|fortsattes) (?:pa |neste|nasta|naeste)|^pokracovani na|^folytatas a|^продолжение (?:на|следует|см)|^(?:次|前)(?:ヘーシ|頁)|^(?:接|转|轉|续|續)(?:下|上)?(?:页|頁)|^다음 (?:페이지|쪽)/u,
  /^(?:powered|provided|issued) by\b|^(?:this|diese[rs]?|est[ea]|cet?|cette|quest[oa]|dit|deze|ten|ta) (?:report|list|document|file|bericht|liste|dokument|datei|informe|listado|lista|documento|rapport|fichier|rapporto|elenco|lijst|bestand|overzicht|relatorio|raport)\b/u,
  // A remark of a program, and the mark of an end.
  /^(?:#|--|\/\/)\s/u,
  /^\W*(?:eof|eot|end of (?:file|data|transmission))\W*$/u,
  /^(?:printed|generated|exported|created|produced|gedruckt|ausgedruckt|erstellt|erzeugt|exportiert|impreso|generado|exportado|creado|imprime|genere|exporte|edite|cree|stampato|generato|esportato|creato|afgedrukt|gegenereerd|geexporteerd|aangemaakt|impresso|gerado|criado)\b.*(?:\d|\b(?:by|on|from|at|von|am|aus|por|el|par|le|da|il|door|op|em)\b)/u,
  /^[*=<-]*\s*(?:end|ende|fin|fine|einde|fim|koniec|konec)\b.{0,24}\b(?:report|list|file|export|data|daten|datos|dati|dados|donnees|gegevens|danych|raportu|listy|pliku|zestawienia|seznamu|souboru|bericht(?:s)?|liste|datei|informe|listado|lista|reporte|archivo|rapport|fichier|rapporto|elenco|lijst|bestand|relatorio|arquivo)\b/u,
  /^[*=<-]+\s*(?:end|ende|fin|fine|einde|fim)\b/u,
  /^(?:prepared|checked|approved|reviewed|verified|compiled|signed|requested|submitted|run|downloaded|extracted|user|gepruft|genehmigt|bearbeitet|elaborado|revisado|aprobado|descargado|prepare|verifie|approuve|telecharge|preparato|verificato|approvato|scaricato|opgesteld|gecontroleerd|goedgekeurd|preparado|verificado|aprovado|sporzadzil|sprawdzil)(?: (?:by|on|at|von|am|por|par|le|da|il|door|op|em))?\s?:/u,
  /^(?:applied filters?|filters?(?: applied)?|filtered by|search criteria|sort(?:ed)? by|angewandte filter|gefiltert nach|sortiert nach|filtros? aplicados?|filtres? appliques?|filtri applicati|toegepaste filters)\b\s?:/u,
  /^confidential\b|^(?:strictly |company )?(?:private and )?confidential(?: information)?\b|^vertraulich\b|^streng vertraulich\b|^confidencial\b|^confidentiel\b|^riservato\b|^vertrouwelijk\b/u,
  /^(?:page|seite|pagina|pag)\b\.?\s*\d+(?:\s*(?:of|von|de|di|van|sur|\/)\s*\d+)?$/u,
  /^(?:report|print|run|export|as of|stand|fecha del informe|date du rapport)\b.{0,24}[:\s]\s*\d{1,4}[./-]\d{1,2}/u,
  /^\(?\d[\d.,' ]*\s(?:records?|rows?|customers?|members?|contacts?|entries|items|results|datensatze?|kunden|zeilen|eintrage|registros?|clientes?|filas|enregistrements?|clients?|lignes|righe|clienti|klanten|regels|linhas)\b/u,
  /^(?:total|totale|totaal|gesamtzahl|anzahl|number|nombre|numero|aantal|suma|razem|liczba|ilosc)(?: \p{L}+){1,4} ?[:=] ?\d[\d., ]*$/u,
  /^(?:wydrukowano|wygenerowano|utworzono|eksport(?:owano)?|utskriv(?:en|et)|skapa[dt]|exportera[dt]|udskrevet|oprettet|eksporteret|opprettet|eksportert|tulostettu|luotu|viety|vytisteno|vytvoreno|exportovano|vygenerovano|olusturuldu|olusturma tarihi|yazdirildi|generat|exportat|создано|сформировано|сформирован|выгружено|распечатано|дата отчета)(?!\p{L}).*\d/u,
  /^(?:strona|sida|side|sivu|strana|sayfa|страница|стр)\.? *\d+(?: *(?:z|ze|av|af|из|\/) *\d+)?$/u,
  /^(?:liczba|antal|antall|pocet|toplam|lukumaara|количество|всего)(?: \p{L}+){0,2} ?[:=] ?\d[\d., ]*$/u,
  /^(?:作成日時?|出力日時?|印刷日時?|導出時間|导出时间|导出日期|生成时间|生成日期|打印时间|匯出時間|匯出日期|列印日期|출력일시?|생성일시?|작성일|制表(?:日期|时间|人)|製表(?:日期|人)|更新日時?|更新时间|基準日|기준일)[:：\s]*\S/u,
  /^(?:全|共|総|总|總|총|計|计|合計|合计|합계)?\s*\d[\d,]*\s*(?:件|名|人|条|條|筆|笔|位|行|건|명)$/u,
  /^(?:件数|人数|会员数|會員數|总数|總數|会員数|顧客数|건수|회원수|고객수|총 ?인원) ?[:：=]? ?\d[\d,]*$/u,
  /^(?:第?\s*\d+\s*(?:ヘーシ|页|頁|쪽|페이지)|(?:ヘーシ|페이지)\s*\d+)(?:\s*[/／]\s*\d+.{0,4})?$/u,
];

/** What a template says of its columns. */
const TEMPLATE_WORDS: ReadonlySet<string> = new Set(
  "required,optional,req,opt,mand,mandatory,recommended,not required,pflicht,pflichtfeld,pflichtangabe,erforderlich,freiwillig,obligatorio,opcional,requerido,obligatoire,facultatif,optionnel,requis,obbligatorio,facoltativo,opzionale,verplicht,optioneel,obrigatorio,text,string,number,integer,decimal,date,boolean,char,varchar,nvarchar,nchar,int,bigint,smallint,tinyint,decimal,float,double,bool,datetime,timestamp,uuid,email,e-mail,phone,url,enum,picklist,alphanumeric,numeric,texto,numero,fecha,zahl,datum,texte,nombre,testo,tekst,getal,yyyy-mm-dd,dd/mm/yyyy,dd.mm.yyyy,mm/dd/yyyy,wymagane,opcjonalne,pole wymagane,tekst,liczba,obligatorisk,obligatoriskt,valfri,valfritt,tal,påkrævet,påkrevd,valgfri,valgfritt,dato,pakollinen,valinnainen,teksti,päivämäärä,povinné,nepovinné,číslo,zorunlu,isteğe bağlı,metin,sayı,tarih,obligatori,opcional,обязательно,обязательное,необязательно,текст,число,дата,必須,任意,文字列,数値,日付,必填,选填,選填,可选,文本,文字,数字,數字,日期,필수,선택,텍스트,숫자,날짜"
    .split(",")
    .map(plainLetters),
);
/** `Example: Ann`, `z. B. Anna`, `EXAMPLE`. */
const EXAMPLE =
  /^(?:your|ihre?|votre|uw|seu|sua) \p{L}|^(?:es|np|esim|ej|ex|f\. ?eks|t\. ?ex|napr|orn)\. ?:? ?[\p{L}\d]|^(?:example|sample|e\.? ?g|beispiel|z\. ?b|ejemplo|p\. ?ej|exemple|p\. ?ex|esempio|voorbeeld|bijv|przyklad|exemplo|exempel|eksempel|esimerkki|priklad|ornek|пример|例|예)(?: ?[:.(]| (?:row|customer|zeile|kunde|fila|ligne|riga|rij|wiersz|linha)$|$)/u;
/** `max. 40 characters`, `5 digits`, `5-stellig`, `hasta 40 caracteres`, `20文字`. */
const LIMIT =
  /^(?:max|maxi|maximum|min|minimum)\.? ?\d|^(?:\p{L}+ ){0,2}\d+(?: ?[-–] ?(?:\d+ ?)?| )?(?:char|character|digit|letter|zeichen|stellen|stellig|ziffern|buchstaben|caracter|caractere|chiffre|lettre|caratter|cifr|letter|teken|cijfer|digito|znak|cyfr|tecken|siffr|tegn|cifre|символ|знак|цифр|文字|桁|字符|位|자리|글자)/u;
/** `#card`, `<card>`, `{{card}}`, `[Card]`, `%CARD%`, `$card`. */
const TAG =
  /^(?:#[\p{L}_][\p{L}\p{N}_.-]*|<[^<>]+>|\{\{?[^{}]+\}?\}|\[[^[\]]+\]|%[\p{L}_]+%|\$\{?[\p{L}_]+\}?)$/u;
const SEVERAL_WORDS = /\p{L}{2}[\s-]+\p{L}{2}/u;
/** `-----`, and `-----+-----` as databases draw it. */
const RULER = /^[-=_*~—+|: ]{3,}$/u;
const STROKES = /[-=_*~—]{3}/u;

const ONLY_AMOUNT = /^[\d.,' ]+$/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const TRAILER = /^(?:t|tr|trl|trlr|trailer|footer|eof|end)$/u;
const SENTENCE = 4;
const SUBJECT =
  /^(?:report|list|data|export|as of|stand|bericht|liste|informe|listado|rapport|elenco|lijst|relatorio)\b/u;
const DAY = /\b(?:19|20)\d\d\b|\d{1,2}:\d\d/u;
/** `Ø Punkte`, `Σ`. */
const AVERAGE_SIGN = /^\s*[Ø⌀](?:\s|$)/u;
const SUM_SIGN = /^\s*[Σ∑]/u;

/** `【合計】`. */
const BRACKETS = /[【】「」『』《》〔〕]/gu;

/** What is longer says no such thing. */
const MAX_LABEL = 120;

/** A cell as these words are compared: plain small letters, no colon behind. */
export function plainLabel(cell: string): string {
  // Korean syllables come apart with the accents.
  const words = cell
    .slice(0, MAX_LABEL)
    .replace(AVERAGE_SIGN, "average ")
    .replace(SUM_SIGN, "sum ")
    .replace(BRACKETS, " ");
  const label = plainLetters(words).normalize("NFC").trim();
  let end = label.length;
  while (end > 0 && ":. ".includes(label.charAt(end - 1))) end -= 1;
  return label.slice(0, end);
}

/** `Subtotal Downtown`, `Downtown Total`, and `'Total'`. */
export function beginsAsTotal(label: string): boolean {
  const words = withoutMarks(label);
  return BEGINS_TOTAL.test(words) || isOnlyTotal(words.slice(words.lastIndexOf(" ") + 1));
}

export function isOnlyTotal(label: string): boolean {
  const words = withoutMarks(label);
  return words !== "" && BEGINS_TOTAL.exec(words)?.[0] === words;
}

/** A word for a sum with its amount in the same cell: `Total: 35`. */
export function isTotalOf(label: string): boolean {
  const words = withoutMarks(label);
  const amount = words.search(/\d/);
  return amount > 0 && ONLY_AMOUNT.test(words.slice(amount)) && isOnlyTotal(words.slice(0, amount));
}

function withoutMarks(label: string): string {
  const first = label.search(LETTER_OR_DIGIT);
  let end = label.length;
  while (end > first && !LETTER_OR_DIGIT.test(label.charAt(end - 1))) end -= 1;
  return first < 0 ? "" : label.slice(first, end);
}

/** What ends a file of records, beside how many there were: `T;2`, `TRL,3`. */
export function isTrailer(label: string): boolean {
  return TRAILER.test(label);
}

/** Words and a time that no name has: `Run on 6 Jan 2024 by jo`. */
export function isSentenceOfDay(label: string): boolean {
  return (label.split(/\s+/u).length >= SENTENCE || SUBJECT.test(label)) && DAY.test(label);
}

export function isReportNote(label: string): boolean {
  return isRowCount(label) || NOTES.some((shape) => shape.test(label));
}

const NOTE_WORD =
  /^(?:notes?|n\.? ?b|remarks?|comments?|legend|key|hinweise?|bemerkung|anmerkung|legende|notas?|observaciones|leyenda|remarques?|opmerking(?:en)?|nb|uwag[ai]|legenda|anm|anmarkning|obs|примечание|注|備考|备注|비고)$/u;

/** Where others have a number: `Note`, with the note beside it. */
export function isNoteWord(label: string): boolean {
  return NOTE_WORD.test(label);
}

export function isTemplateWord(cell: string): boolean {
  const text = cell.trim();
  if (TAG.test(text)) return true;
  const label = plainLabel(text).replace(/^[([]/u, "");
  if (LIMIT.test(label)) return true;
  // `(required)`, `Text (40)`, `Required*`, `Required. Unique number`.
  const end = label.search(/[.:;,(–](?:\s|\d)|\(/u);
  const word = end > 0 ? label.slice(0, end) : label;
  return TEMPLATE_WORDS.has(word.replaceAll(/[()*]/gu, "").trim());
}

/** What a form says of all its columns alike: `Open-Ended Response`. */
export function isOneText(cells: readonly string[]): boolean {
  const [first = ""] = cells;
  return cells.length > 1 && SEVERAL_WORDS.test(first) && cells.every((cell) => cell === first);
}

export function isExample(cell: string): boolean {
  return EXAMPLE.test(plainLabel(cell));
}

export function isRuler(cell: string): boolean {
  const text = cell.trim();
  return RULER.test(text) && STROKES.test(text);
}
