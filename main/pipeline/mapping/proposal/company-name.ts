/** What stands last in a company's name: Widgets Inc, Bäckerei Blau GmbH, Panadería Sol S.L. */
const COMPANY =
  /[\s,](?:inc|llc|llp|ltd|limited|corp|corporation|company|plc|pty|gmbh|mbh|ag|kg|ohg|ug|e\.?k|e\.?v|s\.?a|s\.?l|s\.?l\.?u|s\.?c|s\.?r\.?l|s\.?p\.?a|s\.?n\.?c|s\.?a\.?s|sasu|sarl|eurl|b\.?v|n\.?v|v\.?o\.?f|lda|ltda|eireli|m\.?e|oy|ab|aps|sp\.? z o\.? ?o|(?:&|and|und|y|et|e|en) (?:co|sons|söhne|hijos|fils|figli|filhos|zonen)(?:\. ?kg)?)\.?$/i;

export function isCompanyName(value: string): boolean {
  return COMPANY.test(value);
}
