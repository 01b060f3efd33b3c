/** What stands last in a company's name: Widgets Inc, Bäckerei Blau GmbH, Panadería Sol S.L. */
const COMPANY =
  /[\s,](?:inc|llc|llp|ltd|limited|corp|corporation|company|plc|pty|gmbh|mbh|ag|kg|ohg|ug|e\.?k|e\.?v|s\.?a|s\.?l|s\.?l\.?u|s\.?c|s\.?r\.?l|s\.?p\.?a|s\.?n\.?c|s\.?a\.?s|sasu|sarl|eurl|b\.?v|n\.?v|v\.?o\.?f|lda|ltda|eireli|m\.?e|oyj?|ab|aps|a\/s|sp\.? z o\.? ?o|s\.? ?r\.? ?o|a\.ş|şti|(?:&|and|und|y|et|e|en) (?:co|sons|söhne|hijos|fils|figli|filhos|zonen)(?:\. ?kg)?)\.?$/i;

/** Forms that stand in front, or anywhere where words have no blanks. */
const OTHER_COMPANY =
  /^(?:ООО|ОАО|ЗАО|ПАО|АО)\s|株式会社|有限会社|合同会社|㈱|㈲|公司|주식회사|[(（]주[)）]/u;

/** Forms that no name has for a word, which a place may follow without a comma. */
const ANYWHERE =
  /[\s,(](?:g?gmbh|mbh|llc|llp|pllc|ltd|inc|corp|s\.?r\.?l|sarl|eurl|ltda|pty|plc|bhd|sp\. ?z ?o\.? ?o|d\.o\.o|s\.r\.o|s\. ?de r\. ?l|de c\.? ?v)\.?(?=[\s,)]|$)/i;

/** Forms that are names, or ends of them, in other capitals. */
const EXACT =
  /[\s,](?:GbR|PartG|eG|SIA|UAB|OÜ|ASA|BVBA|SCI|SCEA|GAEC|Kft|Zrt|Nyrt|Tmi|d\.d|a\.s|v\.o\.s|k\.s|Pte|PLLC|K\.K|ltée|Ltée|S\.A\.B|ООД|ЕООД|ТОВ|ФОП|Α\.?Ε|Ε\.?Π\.?Ε|Ι\.?Κ\.?Ε)\.?$/u;

/** A Swedish surname: companies write e.K., eK or EK. */
const EK = /\sEk$/;

/** `Sol SL`, `Kern AG`; Sa and Ab are family names, also among capitals. Initials stand behind a comma. */
const SHORT_FORM = /(,?)\s?(?<=[\s,])([\p{Lu}\p{Ll}]{2})\.?$/u;

const SURE_FORMS: ReadonlySet<string> = new Set(["AG", "KG", "UG", "BV", "NV", "SL"]);

/** Whether a single name is a firm's without doubt; its place may stand behind: "Kern GmbH, Berlin". */
export function isFirm(value: string): boolean {
  for (let end = value.indexOf(","); end >= 0; end = value.indexOf(",", end + 1)) {
    if (isFirmAlone(value.slice(0, end))) return true;
  }
  return isFirmAlone(value) || ANYWHERE.test(value);
}

function isFirmAlone(value: string): boolean {
  const [, comma, form] = SHORT_FORM.exec(value) ?? [];
  if (comma === ",") return false;
  // No family name is written so.
  if (form === "Oy" || form === "Bt") return true;
  if (form !== undefined && form !== form.toUpperCase()) return false;
  const isAllCapitals = form !== undefined && !/\p{Ll}/u.test(value);
  if (isAllCapitals && !SURE_FORMS.has(form)) return false;
  return isCompanyName(value);
}

export function isCompanyName(value: string): boolean {
  return (COMPANY.test(value) && !EK.test(value)) || OTHER_COMPANY.test(value) || EXACT.test(value);
}
