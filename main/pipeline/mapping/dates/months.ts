import { plainLetters } from "../../../common/plain-letters.ts";

/**
 * Month names, in the forms dates have them, and the short forms spreadsheet programs write, January
 * to December, in the languages of the headers. No name stands for two months.
 */
const NAMES: readonly string[] = [
  "january jan enero ene janvier janv januar jän jänner janeiro gennaio gen januari styczeń stycznia sty leden ledna led tammikuu tammikuuta tammi ocak oca gener январь января янв ianuarie ιανουάριος ιανουαρίου січень січня",
  "february feb febrero février févr fév februar fevereiro fev febbraio februari luty lutego lut únor února úno helmikuu helmikuuta helmi şubat şub febrer febr февраль февраля фев февр februarie φεβρουάριος φεβρουαρίου лютий лютого",
  "march mar marzo mars märz mrz mär março maart mrt marzec marca březen března bře maaliskuu maaliskuuta maalis mart març март марта мар március márc marts martie μάρτιος μαρτίου березень березня",
  "april apr abril abr avril avr aprile kwiecień kwietnia kwi duben dubna dub huhtikuu huhtikuuta huhti nisan nis апрель апреля апр április ápr aprilie απρίλιος απριλίου квітень квітня",
  "may mayo mai maio maggio mag mei maj maja květen května kvě toukokuu toukokuuta touko mayıs maig май мая május máj μάιος μαΐου травень травня",
  "june jun junio juin juni junho giugno giu czerwiec czerwca cze červen června čvn kesäkuu kesäkuuta kesä haziran haz juny июнь июня июн június jún iunie ιούνιος ιουνίου червень червня",
  "july jul julio juillet juil juill juli julho luglio lug lipiec lipca lip červenec července čvc heinäkuu heinäkuuta heinä temmuz tem juliol июль июля июл július júl iulie ιούλιος ιουλίου липень липня",
  "august aug agosto ago août aou augustus augusti sierpień sierpnia sie srpen srpna srp elokuu elokuuta elo ağustos ağu agost август августа авг augusztus αύγουστος αυγούστου серпень серпня",
  "september sep sept septiembre set setiembre septembre setembro settembre wrzesień września wrz září zář syyskuu syyskuuta syys eylül eyl setembre сентябрь сентября сен сент szeptember szept septembrie σεπτέμβριος σεπτεμβρίου вересень вересня",
  "october oct octubre octobre oktober okt outubro out ottobre ott październik października paź říjen října říj lokakuu lokakuuta loka ekim eki октябрь октября окт octombrie októ οκτώβριος οκτωβρίου жовтень жовтня",
  "november nov noviembre novembre novembro listopad listopada lis marraskuu marraskuuta marras kasım kas ноябрь ноября ноя нояб noiembrie νοέμβριος νοεμβρίου листопад листопада",
  "december dec diciembre dic décembre déc dezember dez dezembro dicembre grudzień grudnia gru prosinec prosince pro joulukuu joulukuuta joulu aralık ara desember desembre des декабрь декабря дек decembrie δεκέμβριος δεκεμβρίου грудень грудня",
];

const monthsByName: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) =>
    names.split(" ").map((name) => [plainLetters(name), index + 1] as const),
  ),
);

/** 1 to 12, or null where the word is no month. */
export function monthNamed(word: string): number | null {
  return monthsByName.get(plainLetters(word)) ?? null;
}
