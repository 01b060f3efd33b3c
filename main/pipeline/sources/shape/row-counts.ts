/** What is counted below a list, in plain letters, in the languages lists come in. */
const COUNTED =
  "record records row rows line lines customer customers client clients member members contact contacts guest guests patron patrons person persons people entry entries item items result results account accounts card cards " +
  "datensatz datensatze kunde kunden mitglied mitglieder zeile zeilen eintrag eintrage treffer kontakte karten " +
  "registro registros cliente clientes socio socios miembros fila filas contactos tarjetas " +
  "enregistrement enregistrements adherent adherents membres ligne lignes contacts cartes " +
  "riga righe clienti soci record contatti tessere klant klanten lid leden regel regels kaarten linha linhas socios " +
  "klientow klienci klienta rekordow rekordy wierszy wiersze pozycji kart " +
  "kunder medlemmar medlemmer poster rader rakker zaznamu zakazniku radku asiakasta jasenta rivia musteri kayit satir " +
  "записей записи клиентов клиента строк";

/** What says that a number sums up. */
const SUMMING =
  "total totals totale totali totaal totaux totalt grand sub subtotal gesamt gesamtzahl insgesamt summe zwischensumme anzahl suma somma somme som razem lacznie ogolem summa sammanlagt celkem yhteensa toplam genel itogo итого всего " +
  "count number numero nombre aantal liczba ilosc antal antall pocet lukumaara количество quantidade quantita";

/** What may stand between or beside them. */
const BESIDE =
  "of the all in to and from for on this de del di da do des du der die das den von vom van bis zu a al z ze av af til och og i e y et und en по из " +
  "report page list file export search selection bericht seite liste datei informe pagina lista listado rapport liste elenco lijst " +
  "found listed selected shown displayed exported imported printed showing active displaying viewing " +
  "gefunden ausgewahlt angezeigt exportiert encontrados seleccionados mostrados mostrando trouves affiches affichage selectionnes trovati selezionati gevonden geselecteerd znaleziono wybrano";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const GROUPED = setOf(COUNTED);
const SAYING = setOf(`${COUNTED} ${SUMMING} showing selected found displaying viewing gefunden`);
const KNOWN = new Set([...SAYING, ...setOf(BESIDE)]);
/** Longer labels are texts. */
const MAX_WORDS = 9;

/**
 * Whether a label counts what stands above it: `Total: 2 customers`, `Showing 1 to 2 of 2 entries`,
 * `--- 2 rows ---`. It holds a number, and no word but those that such lines are made of.
 *
 * @param label in plain small letters
 */
export function isRowCount(label: string): boolean {
  const words = label.match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || words.length > MAX_WORDS || !/\d/.test(label)) return false;
  return words.every((word) => KNOWN.has(word)) && words.some((word) => SAYING.has(word));
}

/** Whether a label names a group of what lists hold: `VIP customers`. */
export function namesGroup(label: string): boolean {
  const words = label.match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.length <= 3 && words.some((word) => GROUPED.has(word));
}
