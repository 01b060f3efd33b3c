import type { Dictionary } from "../../dictionary.ts";
import { phrases } from "../../phrases.ts";

export const hu: Dictionary = {
  certain: {
    code: phrases(`
      vevőkód, vevő kód, vevő kódja, vevőszám, vevő száma, vevőazonosító, vevő azonosító, vevő id,
      ügyfélkód, ügyfél kód, ügyfélszám, ügyfélazonosító, ügyfél azonosító, ügyfél id, partnerkód,
      partner kód, partner azonosító, vásárló azonosító, vásárlókód`),
    card_number: phrases(`
      kártyaszám, kártya száma, kártyaszáma, kártya szám, törzsvásárlói kártya,
      törzsvásárlói kártyaszám, törzsvásárlói kártya száma, törzskártya, törzskártya száma,
      törzskártyaszám, hűségkártya, hűségkártya száma, hűségkártyaszám, klubkártya, klubkártya száma,
      pontgyűjtő kártya, pontgyűjtő kártya száma, vásárlói kártya, kártya azonosító, kártyakód`),
    first_name: phrases("keresztnév, utónév, keresztneve, utóneve"),
    last_name: phrases("vezetéknév, családnév, családi név, vezetékneve"),
    family_first: phrases(
      "teljes név, vevő neve, ügyfél neve, vásárló neve, vevőnév, ügyfélnév, név vezetéknév keresztnév",
    ),
    email: phrases(
      "e-mail cím, e-mail címe, emailcím, levelezési e-mail, elektronikus cím, drótposta",
    ),
    phone: phrases(`
      telefonszám, telefonszáma, tel. szám, telszám, kapcsolattartó telefon, telefonszám 1`),
    mobile_phone: phrases(
      "mobilszám, mobiltelefon, mobiltelefonszám, mobil szám, mobiltelefonszám 1, mobil telefonszám",
    ),
    home_phone: phrases("otthoni telefon, vezetékes telefon, otthoni telefonszám"),
    work_phone: phrases("munkahelyi telefon, munkahelyi telefonszám"),
    custom_date: phrases(
      "születési dátum, születési idő, születésnap, szül. dátum, szül. idő, született, szülinap, szül.",
    ),
    street1: phrases(`
      utca, utca házszám, utca és házszám, utca hsz, utca hsz., lakcím, közterület neve, cím 1, címsor 1,
      utca neve, utca házszám emelet ajtó, lakcíme, közterület, utcanév`),
    street2: phrases("cím 2, címsor 2, emelet ajtó, emelet, emelet/ajtó, lépcsőház emelet ajtó"),
    house_number: phrases("házszám, hsz."),
    city: phrases("település, helység, település neve, helységnév, város település, településnév"),
    state: phrases("megye, megye régió"),
    postal_code: phrases("irányítószám, ir. szám, irsz, ir.sz., irsz., postai irányítószám"),
    country: phrases("ország, országkód, ország neve, ország kód, ország iso kód"),
  },
  likely: {
    code: phrases("tagsági szám, tagszám, tagazonosító"),
    card_number: phrases("kártya, vonalkód"),
    city: phrases("város"),
    customer_username: phrases("felhasználónév, felhasználó"),
    auto_add: phrases("hozzáadandó pontok, jóváírandó pontok, üdvözlő bónusz"),
  },
  unsure: { full_name: phrases("vevő, ügyfél, vásárló") },
  among: {
    name: phrases("név, neve"),
    street1: phrases("cím, címe"),
    code: phrases("kód, azonosító"),
    state_maybe: phrases("régió"),
  },
  owners: {
    main: phrases("vevő, ügyfél, vásárló, partner, kapcsolattartó"),
    home: phrases("lakcím, otthoni, lakóhely, állandó"),
    mailing: phrases("levelezési, postázási"),
    billing: phrases("számlázási, számla"),
    work: phrases("munkahelyi, céges"),
  },
};
