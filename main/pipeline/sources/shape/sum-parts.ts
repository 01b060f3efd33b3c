/** Taxes on sales, in plain letters. Some are names too: Iva, Vat. */
const TAXES =
  "ust|umsatzsteuer|mwst|mehrwertsteuer|steuer|vat|gst|hst|pst|qst|sales tax|tax|igst|cgst|sgst|iva|igic|tva|tps|tvq|btw|moms|mva|alv|dph|ptu|kdv|φπα|ндс|пдв|afa|icms|iss|imposto|impuesto|imposta|taxe|belasting|podatek|消費税|税|增值税|増値税|税額|税额|부가세|부가가치세";
const BEFORE =
  "(?:(?:plus|zzgl|incl|inkl|davon|dont|di cui|of which|including|incluye|inclui|w tym|\\+)\\.? ?)?";
const RATE_BEHIND = / \(?\d{1,3}(?:[.,]\d{1,2})? ?%$/;
const RATE = "\\d+(?:[.,]\\d+)? ?%";

/** `USt 19 %`, `VAT (20%)`, `zzgl. 19% MwSt.` */
const WITH_RATE = new RegExp(
  `^${BEFORE}(?:(?:${TAXES})\\.?(?: (?:on|auf|of|von|sur|de|di|al|at|a|zu))?[\\s(:@]*${RATE}[^\\p{L}]*|${RATE} ?(?:${TAXES})\\.?)$`,
  "u",
);
const ONLY_TAX = new RegExp(`^${BEFORE}(?:${TAXES})$`, "u");

/** What stands between a sum and another beside taxes; nobody's name. */
const PARTS =
  /^(?:base imponible|imponibile|base imposable|base de calculo|base tributavel|taxable amount|net amount|net sales|gross sales|gross amount|(?:montant|prix) (?:ht|ttc)|total (?:ht|ttc)|grundlage|bemessungsgrundlage|grondslag|maatstaf|podstawa|sales tax|taxes|vat amount|tax amount|discounts?|shipping|shipping and handling|delivery fee|freight|gratuity|rounding|rabatte?|skonto|versandkosten|rundung|descuentos?|gastos de envio|redondeo|impuestos|remises?|frais de port|arrondi|taxes|sconti?|spedizione|arrotondamento|imposte|korting|verzendkosten|afronding|descontos?|frete|arredondamento|impostos|rabaty?|zaokraglenie|oresavrundning|avrundning|frakt|oresutjamning|fragt|pyoristys|zaokrouhleni|indirim|скидка|доставка|округление|値引|値引き|割引|送料|运费|運費|折扣|할인|배송비)$/u;

/** A tax with its rate says what it is wherever it stands. */
export function isTaxWithRate(label: string): boolean {
  return WITH_RATE.test(label);
}

/** A part of a sum without its amount: `Discount`, `Base imponible`, `Skonto 2 %`. */
export function isPartOfSum(label: string): boolean {
  return PARTS.test(label.endsWith("%") ? label.replace(RATE_BEHIND, "") : label);
}

export function isTax(label: string): boolean {
  return ONLY_TAX.test(label);
}
