import { plainLetters } from "../../../common/plain-letters.ts";

/** Words for a sum, in the languages lists come in, in plain letters. */
const BEGINS_TOTAL =
  /^(?:grand total|sub[- ]?total(?:e|es|s)?|total(?:e|es|s)?(?: general| generale| geral)?|totaux|(?:gesamt|zwischen)(?:summe|ergebnis)?|summe|ergebnis|endsumme|sous[- ]total|somme|suma|soma|somma|(?:eind|sub)?totaal|som|sum|razem|itogo)(?![\p{L}\p{N}])/u;

/** What reports write below or between their rows. */
const NOTES: readonly RegExp[] = [
  /^(?:printed|generated|exported|created|produced|gedruckt|ausgedruckt|erstellt|erzeugt|exportiert|impreso|generado|exportado|creado|imprime|genere|exporte|edite|cree|stampato|generato|esportato|creato|afgedrukt|gegenereerd|geexporteerd|aangemaakt|impresso|gerado|criado)\b.*(?:\d|\b(?:by|on|from|at|von|am|aus|por|el|par|le|da|il|door|op|em)\b)/u,
  /^[*=<-]*\s*(?:end|ende|fin|fine|einde|fim)\b.{0,24}\b(?:report|list|file|export|bericht(?:s)?|liste|datei|informe|listado|lista|reporte|archivo|rapport|fichier|rapporto|elenco|lijst|bestand|relatorio|arquivo)\b/u,
  /^[*=<-]+\s*(?:end|ende|fin|fine|einde|fim)\b/u,
  /^(?:page|seite|pagina|pag)\b\.?\s*\d+(?:\s*(?:of|von|de|di|van|sur|\/)\s*\d+)?$/u,
  /^(?:report|print|run|export|as of|stand|fecha del informe|date du rapport)\b.{0,24}[:\s]\s*\d{1,4}[./-]\d{1,2}/u,
  /^\(?\d[\d.,' ]*\s(?:records?|rows?|customers?|members?|contacts?|entries|items|results|datensatze?|kunden|zeilen|eintrage|registros?|clientes?|filas|enregistrements?|clients?|lignes|righe|clienti|klanten|regels|linhas)\b/u,
  /^(?:(?:count|number of|anzahl|total|numero de|nombre de|numero di|aantal) ?)?(?:records?|rows?|customers?|members?|contacts?|entries|items|results|datensatze?|kunden|zeilen|eintrage|registros?|clientes?|filas|enregistrements?|clients?|lignes|righe|clienti|klanten|regels|linhas)? ?[:=] ?\d[\d.,']*$/u,
];

/** What a template says of its columns. */
const TEMPLATE_WORDS: ReadonlySet<string> = new Set(
  "required,optional,mandatory,recommended,not required,pflicht,pflichtfeld,pflichtangabe,erforderlich,freiwillig,obligatorio,opcional,requerido,obligatoire,facultatif,optionnel,requis,obbligatorio,facoltativo,opzionale,verplicht,optioneel,obrigatorio,text,string,number,integer,decimal,date,boolean,char,varchar,alphanumeric,numeric,texto,numero,fecha,zahl,datum,texte,nombre,testo,tekst,getal,yyyy-mm-dd,dd/mm/yyyy,dd.mm.yyyy,mm/dd/yyyy".split(
    ",",
  ),
);
/** `max. 40 characters`. */
const LIMIT = /^max\.? ?\d/u;
/** `#card`, `<card>`, `{{card}}`, `[Card]`, `%CARD%`, `$card`. */
const TAG =
  /^(?:#[\p{L}_][\p{L}\p{N}_.-]*|<[^<>]+>|\{\{?[^{}]+\}?\}|\[[^[\]]+\]|%[\p{L}_]+%|\$\{?[\p{L}_]+\}?)$/u;
const RULER = /^[-=_*~—]{3,}$/u;

/** What is longer says no such thing. */
const MAX_LABEL = 120;

/** A cell as these words are compared: plain small letters, no colon behind. */
export function plainLabel(cell: string): string {
  const label = plainLetters(cell.slice(0, MAX_LABEL)).trim();
  let end = label.length;
  while (end > 0 && ":. ".includes(label.charAt(end - 1))) end -= 1;
  return label.slice(0, end);
}

/** `Subtotal Downtown`, and `Downtown Total`. */
export function beginsAsTotal(label: string): boolean {
  return BEGINS_TOTAL.test(label) || isOnlyTotal(label.slice(label.lastIndexOf(" ") + 1));
}

export function isOnlyTotal(label: string): boolean {
  return BEGINS_TOTAL.exec(label)?.[0] === label;
}

export function isReportNote(label: string): boolean {
  return NOTES.some((shape) => shape.test(label));
}

export function isTemplateWord(cell: string): boolean {
  const text = cell.trim();
  if (TAG.test(text)) return true;
  const label = plainLabel(text);
  if (LIMIT.test(label)) return true;
  // `(required)`, `Text (40)`, `Required*`.
  const open = label.indexOf("(");
  const word = open > 0 ? label.slice(0, open) : label;
  return TEMPLATE_WORDS.has(word.replaceAll(/[()*]/gu, "").trim());
}

export function isRuler(cell: string): boolean {
  return RULER.test(cell.trim());
}
