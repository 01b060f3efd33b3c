import type { Alphabet } from "./letter-score.ts";

/** Of one old encoding's languages: a list is written in one of them, names of others among it. */
function latin(rare: string, ...languages: readonly string[]): Alphabet[] {
  return languages.map((letters) => ({ letters, rare, rareScore: 0.6, latin: true }));
}
/** Letters of names that are known everywhere. */
const COMMON = "éüöäñáíóúß";
const WESTERN = latin(
  "èàìòùâêîôûëïãõçåæøœÿðþýšž",
  `${COMMON}àèùâêîôûëïçœÿæ`,
  `${COMMON}àèìòùî`,
  `${COMMON}ãõâêôàçèòï`,
  `${COMMON}åæøôêè`,
);
const CENTRAL = latin(
  "ąćęłńóśźżáčďéěíňřšťúůýžäöüßőűĺľŕôăâîşţđç",
  "ąćęłńóśźżöüä",
  "áčďéěíňóřšťúůýžľĺŕôäöü",
  "áéíóöőúüű",
  "ăâîşţöüé",
  "čćđšžöü",
);
const TURKISH = latin("âîûéäß", "çğıi̇öşü");
const BALTIC = latin("ąčęėįšųūžāēģīķļņōäöüõéóåłńśźż", "ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž");
const CYRILLIC: Alphabet = {
  letters: "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
  common: "оеаинтсрвлкмью",
  seldom: "ъэщёґўф",
  latin: false,
};
const GREEK: Alphabet = {
  letters: "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",
  common: "αοιετσνηυρςάόίπλ",
  seldom: "ψξζϊϋΐΰβφ",
  latin: false,
};
const HEBREW: Alphabet = {
  letters: "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
  common: "יוהלארמתבשנדעם",
  seldom: "ץךףטזצס",
  finals: "ךםןףץ",
  latin: false,
};
const ARABIC: Alphabet = {
  letters: "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگ",
  common: "اليمونرتبةعدسفهكق",
  latin: false,
};
const THAI: Alphabet = {
  letters: "กขคงจฉชซฌญฎฐณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืุูเแโใไๆ็่้๊๋์",
  common: "กงจชดตทนบปพมยรลวศสหอะัาิีเแไ่้์",
  seldom: "ฌญฎฐฝฟฬฮ๊๋",
  marks: "ะัาำิีึืุู็่้๊๋์",
  latin: false,
};

export interface EncodingCandidate {
  readonly encoding: string;
  readonly alphabets: readonly Alphabet[];
  /** The letters that must speak for it against windows-1252: what is rarer needs more. */
  readonly margin: number;
}

export const SINGLE_BYTE: readonly EncodingCandidate[] = [
  { encoding: "windows-1252", alphabets: WESTERN, margin: 0 },
  { encoding: "macintosh", alphabets: WESTERN, margin: 0.4 },
  { encoding: "cp850", alphabets: WESTERN, margin: 0.5 },
  { encoding: "cp437", alphabets: WESTERN, margin: 0.7 },
  { encoding: "iso-8859-15", alphabets: WESTERN, margin: 0.7 },
  { encoding: "windows-1250", alphabets: CENTRAL, margin: 0.5 },
  { encoding: "iso-8859-2", alphabets: CENTRAL, margin: 0.6 },
  { encoding: "cp852", alphabets: CENTRAL, margin: 0.7 },
  { encoding: "maccenteuro", alphabets: CENTRAL, margin: 0.9 },
  { encoding: "windows-1251", alphabets: [CYRILLIC], margin: 0.3 },
  { encoding: "koi8-r", alphabets: [CYRILLIC], margin: 0.4 },
  { encoding: "koi8-u", alphabets: [CYRILLIC], margin: 0.45 },
  { encoding: "ibm866", alphabets: [CYRILLIC], margin: 0.4 },
  { encoding: "iso-8859-5", alphabets: [CYRILLIC], margin: 0.6 },
  { encoding: "maccyrillic", alphabets: [CYRILLIC], margin: 0.5 },
  { encoding: "cp855", alphabets: [CYRILLIC], margin: 0.8 },
  { encoding: "windows-1253", alphabets: [GREEK], margin: 0.3 },
  { encoding: "iso-8859-7", alphabets: [GREEK], margin: 0.6 },
  { encoding: "cp737", alphabets: [GREEK], margin: 0.6 },
  { encoding: "cp869", alphabets: [GREEK], margin: 0.8 },
  { encoding: "macgreek", alphabets: [GREEK], margin: 0.8 },
  { encoding: "windows-1254", alphabets: TURKISH, margin: 0.5 },
  { encoding: "macturkish", alphabets: TURKISH, margin: 0.9 },
  { encoding: "cp857", alphabets: TURKISH, margin: 0.8 },
  { encoding: "windows-1257", alphabets: BALTIC, margin: 0.6 },
  { encoding: "cp775", alphabets: BALTIC, margin: 0.9 },
  { encoding: "windows-1255", alphabets: [HEBREW], margin: 0.3 },
  { encoding: "cp862", alphabets: [HEBREW], margin: 0.6 },
  { encoding: "windows-1256", alphabets: [ARABIC], margin: 0.9 },
  { encoding: "iso-8859-6", alphabets: [ARABIC], margin: 2 },
  { encoding: "cp720", alphabets: [ARABIC], margin: 2 },
  { encoding: "windows-874", alphabets: [THAI], margin: 0.5 },
];
