import { holdsHeaderWord } from "../headers/header-row.ts";
import { plainLabel } from "./no-customer-words.ts";

/** Words of columns that no list of customers has. */
const OTHER_WORDS =
  /(?<!\p{L})(?:(?:product|item|sku|price|stock|supplier|quantity|qty|amount|total|category|store|branch|employee|tier|level|rank|type|group|region|segment|status|count|member|visit|sale|revenue|percent|share|month|year|staff|manager|role|department|hour|badge|campaign|start|end|discount|threshold|kampagne|beginn|ende|campana|inicio|fin|campagne|debut|campagna|inizio|fine|campanha|fim|reward|cost|prize|coupon|voucher|valid until|expire|praemie|pramie|gutschein|kosten|gultig bis|recompensa|premio|coste|regalo|cupon|valido hasta|recompense|cadeau|valable|costo|valido fino|buono|beloning|geldig tot|brinde|custo|filiale|leitung|leiter|anschrift|abteilung|mitarbeiter|umsatz|anzahl|gruppe|stufe|rang|sucursal|tienda|empleado|ventas|nivel|grupo|magasin|agence|employe|vente|nombre|niveau|groupe|negozio|filiali|dipendente|vendite|livello|gruppo|winkel|filiaal|medewerker|omzet|groep|loja|filial|funcionario|produkt|artikel|preis|bestand|lieferant|menge|producto|precio|existencias|proveedor|cantidad|produit|prix|fournisseur|quantite|prodotto|prezzo|fornitore|quantita|prijs|leverancier|aantal|produto|preco|fornecedor|quantidade)s?|towar|cena|ilosc|zbozi|mnozstvi|pris|antal|antall|tuote|hinta|maara|urun|fiyat|miktar|producte|preu|товар|цена|количество|склад)(?!\p{L})|商品|金額|数量|在庫|价格|金额|库存|價格|數量|庫存/iu;

/** Whether a cell names a column, of customers or of something else. */
export function namesColumn(cell: string): boolean {
  return holdsHeaderWord(cell) || OTHER_WORDS.test(plainLabel(cell));
}
