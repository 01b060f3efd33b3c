/** Kinds of fields, by what can be no value of theirs. */
export const OTHER = 1;
export const PERSON = 2;
export const FAMILY = 4;
export const PLACE = 8;
export const KEY = 16;
export const CONTACT = 32;
export const DATE = 64;

const TEXT = PERSON | FAMILY | PLACE;
const ASKED = CONTACT | DATE;
const ALL = OTHER | TEXT | KEY | ASKED;

/** Words as programs write them, for Nan and Null are names too; parted by blanks. */
export const EXACT_WORDS: readonly (readonly [fields: number, words: string])[] = [
  [
    ALL,
    "NULL null NONE N/a n/A (null) (NULL) [null] [NULL] <null> <NULL> #NULL \\N None none NaN nan <NA> N/A n/a N/a N.A. n.a. n.a " +
      "N/D n/d n.d. N/V n/v k.A. k.a. (blank) (empty) (none) (leer) (vacío) (vide) undefined Undefined UNDEFINED - -- --- – — _ . ? ?? ??? … ー － ― " +
      "(brak) (puste) (tom) (tomt) (tyhjä) (prázdné) (boş) (buit) (пусто) н/д Н/Д б/д (空) (空白) なし 無し 未登録 未設定 暂无 未填写 無資料 없음",
  ],
  // Elsewhere they name a country, a state, a person or a product.
  [ASKED, "NA na Null Nan x X nd n.p. nc n.c. nr n.r. нет Нет НЕТ 無 无"],
  // Initials are written in capitals.
  [PERSON | FAMILY, "o.N. o.A. bd b.d. nn n.n."],
  [FAMILY, "N.N. NN"],
  [TEXT, "〃 '' ditto System.Object System.Byte[] Array"],
];

/** What people write, in any case; parted by commas. */
export const SAID_WORDS: readonly (readonly [fields: number, words: string])[] = [
  [
    TEXT | KEY | ASKED,
    "unknown,(unknown),not known,not provided,not available,not given,not applicable,not set,(not set),not specified,(not specified),unspecified,not stated,not recorded," +
      "no data,tbd,tba,tbc,xx,xxx,xxxx,k. a.,unbekannt,nicht bekannt,nicht vorhanden,nicht angegeben,nicht erfasst,nicht genannt,keine angabe,ohne angabe,o. a.," +
      "desconocido,desconocida,sin datos,sin dato,no disponible,no indica,no indicado,no especificado,sin especificar,no consta,no facilitado,no informado," +
      "inconnu,inconnue,non renseigné,non renseignée,non communiqué,non communiquée,non indiqué,non précisé,non spécifié," +
      "sconosciuto,sconosciuta,non disponibile,non specificato,non indicato,non pervenuto,onbekend,niet bekend,niet opgegeven,niet ingevuld,niet beschikbaar," +
      "brak danych,nieznany,nieznana,nie podano,nie dotyczy,nie określono,desconhecido,desconhecida,não informado,nao informado,não informada,não consta,sem informação,não especificado,não identificado,n/i," +
      "okänd,okänt,desconegut,desconeguda,sense dades,ukendt,ukjent,tuntematon,ej angivet,ej angiven,ikke angivet,ikke oppgitt,uppgift saknas,ei tiedossa,ei tietoa,neznámý,neznámá,neuvedeno,nezadáno,nevyplněno," +
      "bilinmiyor,belirtilmemiş,belirtilmedi,belirsiz,girilmedi,girilmemiş,неизвестно,неизвестен,неизвестный,не указано,не указан,не указана,не заполнено,нет данных,отсутствует," +
      "невідомо,не вказано,немає даних,ismeretlen,nincs megadva,nincs adat,necunoscut,nespecificat,άγνωστο,άγνωστος," +
      "不明,不詳,未知,不详,該当なし,未入力,未記入,未回答,非公開,未提供,미입력,미상,해당없음,해당 없음,미등록",
  ],
  [
    TEXT | KEY,
    "no name,(no name),noname,unnamed,ohne namen,kein name,sin nombre,sans nom,senza nome,geen naam,sem nome,brak imienia,名無し,無名," +
      "null null,undefined undefined,none none,nan nan,n/a n/a,- -",
  ],
  // In an address, s/n says that the house has no number.
  [PERSON | FAMILY, "s/n,s/d"],
  [
    ASKED,
    "no email,no e-mail,no phone,no mobile,no landline,no number,no address,no date,no dob,none given,nil,declined,refused,withheld," +
      "keine,keiner,keines,kein,ohne,keine e-mail,keine email,kein telefon,keine vorhanden,liegt nicht vor,entfällt,fehlt," +
      "ninguno,ninguna,sin correo,sin email,sin mail,sin teléfono,sin telefono,no tiene,no aporta,no facilita,no dispone,no hay,n/t,s/d,s/c,s/n," +
      "aucun,aucune,néant,sans,pas de mail,pas d'email,pas d’email,pas d'e-mail,pas de téléphone,pas de tel," +
      "nessuno,nessuna,assente,manca,non ha,non presente,geen,n.v.t.,nvt,n/b,brak,yok,nie ma,nie posiada,b/d,b.d.," +
      "nenhum,nenhuma,não tem,nao tem,não possui,nao possui,sem,sem email,sem e-mail,sem telefone,s/ telefone,s/ email," +
      "saknas,ingen,ei,není,nemá,nincs,bulunmuyor,mevcut değil,нет телефона",
  ],
  // As a key, these are as many customers as there are rows, all under one.
  [
    KEY,
    "none,no card,no number,no code,no id,pending,lost,lost card,deleted,duplicate,keine,keine karte,ohne,ohne karte,sin tarjeta,ninguna,ninguno,sans carte,aucune,aucun," +
      "senza carta,nessuna,geen,geen kaart,brak,brak karty,sem cartão,nenhum,yok,kart yok,нет карты,カードなし",
  ],
];
